using NetConnect.ClientVpns;
using NetConnect.Planning;
using NetConnect.Tests.ClientVpn.Fakes;

namespace NetConnect.Tests.ClientVpn;

/// <summary>A revocation list on its way into an endpoint: never too long, and never shorter than what the endpoint has.</summary>
public sealed class RevocationListImportTests : AuthorityTest
{
    private readonly FakeConnection _connection = new();

    [Fact]
    public async Task A_list_that_AWS_would_not_take_is_refused_before_anybody_is_revoked()
    {
        using AuthorityFolder folder = Open();
        await CreateAsync(folder);
        await IssueAsync(folder, "anna");
        await IssueAsync(folder, "ben");
        await folder.ChangeAsync(index => index!.TakeOver(Revocations(19_999)), CancellationToken.None);
        NetConnectException error = await Assert.ThrowsAsync<NetConnectException>(() => PlanAsync(folder, "anna", "ben"));
        Assert.Equal((ErrorIds.RevocationListFull, ErrorKind.Limit), (error.ErrorId, error.Kind));
        Assert.Contains("20001", error.Message, StringComparison.Ordinal);
        // The last place is anna's.
        Assert.Equal(["Revoke the certificate", "Import the revocation list, which ends all sessions"], (await PlanAsync(folder, "anna")).Steps.Select(step => step.Action));
        await RevokeAsync(folder, "anna", "ben");
        Assert.Equal(20_001, folder.FindRevocationList()!.Revoked.Count);
        Assert.Equal(
            ErrorIds.RevocationListFull,
            (await Assert.ThrowsAsync<NetConnectException>(() => new RevocationListRenewal(folder, null).PlanAsync(true, Import(folder), CancellationToken.None))).ErrorId);
    }

    [Fact]
    public async Task What_only_the_endpoints_list_has_revoked_is_taken_over()
    {
        using AuthorityFolder folder = Open();
        await CreateAsync(folder);
        await IssueAsync(folder, "anna");
        // A copy of the folder, in which ben was revoked since.
        string index = File.ReadAllText(Path.Combine(Folder, "index.txt"));
        string list = File.ReadAllText(Path.Combine(Folder, "crl.pem"));
        string ben = (await IssueAsync(folder, "ben")).SerialNumber;
        await RevokeAsync(folder, "ben");
        _connection.Endpoint.RevocationList = folder.Files.ReadRevocationList();
        foreach (string file in Directory.GetFiles(Path.Combine(Folder, "issued"), $"{ben}*"))
            File.Delete(file);
        File.WriteAllText(Path.Combine(Folder, "index.txt"), index);
        File.WriteAllText(Path.Combine(Folder, "crl.pem"), list);

        using AuthorityFolder copy = Open();
        Plan<IReadOnlyList<ClientVpnUser>> plan = await PlanAsync(copy, "anna");
        Assert.Contains("Take over 1 revocations", plan.Steps[1].Action, StringComparison.Ordinal);
        await plan.ApplyAsync(CancellationToken.None);
        Assert.Equal(2, copy.FindRevocationList()!.Revoked.Count);
        Assert.Contains(copy.FindRevocationList()!.Revoked, one => one.SerialNumber == ben);
        Assert.Equal(copy.Files.ReadRevocationList(), _connection.Endpoint.RevocationList);
    }

    private static List<(string, DateTime)> Revocations(int count) =>
        [.. Enumerable.Range(0, count).Select(i => ($"4{i:x31}", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)))];

    private RevocationListImport Import(AuthorityFolder folder) => new(folder, _connection, [FakeClientVpns.Id]);

    private Task<Plan<IReadOnlyList<ClientVpnUser>>> PlanAsync(AuthorityFolder folder, params string[] names) =>
        new UserRevocation(folder, null).PlanAsync(names, Import(folder), CancellationToken.None);
}
