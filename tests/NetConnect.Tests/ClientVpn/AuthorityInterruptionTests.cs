using NetConnect.ClientVpns;

namespace NetConnect.Tests.ClientVpn;

/// <summary>Work that ends at each of its changes of a file, as by a kill, leaves an authority that opens and is right, and the same work goes on from there.</summary>
public sealed class AuthorityInterruptionTests : AuthorityTest
{
    [Fact]
    public async Task Making_an_authority_can_end_anywhere() => await EverywhereAsync(
        prepare: _ => Task.CompletedTask,
        work: folder => CreateAsync(folder),
        check: folder =>
        {
            AuthorityIndex index = folder.GetIndex();
            Assert.Equal(2, index.Entries.Count);
            Assert.Equal(1, folder.FindRevocationList()!.Number);
        });

    [Fact]
    public async Task Issuing_can_end_anywhere_and_every_certificate_that_is_signed_is_in_the_index() => await EverywhereAsync(
        prepare: folder => CreateAsync(folder),
        work: async folder => await IssueAsync(folder, "anna"),
        check: folder =>
        {
            AuthorityEntry anna = Assert.Single(folder.GetIndex().Clients);
            Assert.NotNull(folder.Files.ReadKey(anna.SerialNumber));
            Assert.Equal(
                folder.GetIndex().Entries.Select(entry => entry.SerialNumber + ".crt.pem").Order(),
                Directory.GetFiles(Path.Combine(Folder, "issued"), "*.crt.pem").Select(Path.GetFileName).Order());
        });

    [Fact]
    public async Task Revoking_can_end_anywhere_and_nobody_comes_back() => await EverywhereAsync(
        prepare: async folder =>
        {
            await CreateAsync(folder);
            await IssueAsync(folder, "anna");
            await IssueAsync(folder, "ben");
            await RevokeAsync(folder, "ben");
        },
        work: async folder => await RevokeAsync(folder, "anna"),
        check: folder => Assert.Equal(
            folder.GetIndex().Clients.Select(entry => entry.SerialNumber).Order(), folder.FindRevocationList()!.Revoked.Select(one => one.SerialNumber).Order()));

    private async Task EverywhereAsync(Func<AuthorityFolder, Task> prepare, Func<AuthorityFolder, Task> work, Action<AuthorityFolder> check)
    {
        for (int cut = 1; ; cut++)
        {
            if (Directory.Exists(Folder))
                Directory.Delete(Folder, recursive: true);
            using (AuthorityFolder before = Open())
                await prepare(before);
            int changes = 0;
            using (AuthorityFolder killed = Open(path =>
            {
                if (++changes < cut)
                    return;
                // Half of the file that would be put into its place a moment later.
                if (changes == cut && Directory.Exists(Path.GetDirectoryName(path)))
                    File.WriteAllText(Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.half"), "half");
                throw new KilledException();
            }))
            {
                try
                {
                    await work(killed);
                    Assert.True(cut > 1, "The work changes no file at all.");
                    return;
                }
                catch (KilledException)
                {
                    // Nothing after it happens.
                }
            }
            using AuthorityFolder after = Open();
            Assert.All(after.FindIndex()?.Entries ?? [], entry => Assert.NotNull(after.Files.ReadKey(entry.SerialNumber)));
            await work(after);
            check(after);
        }
    }

    private sealed class KilledException : Exception;
}
