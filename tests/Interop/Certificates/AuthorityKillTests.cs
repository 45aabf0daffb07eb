using System.Diagnostics;
using System.Text.RegularExpressions;
using NetConnect.Certificates;
using NetConnect.ClientVpns;
using NetConnect.Interop.Tests.Hosting;
using NetConnect.Waiting;

namespace NetConnect.Interop.Tests.Certificates;

/// <summary>A process that issues and revokes is killed, as by <c>kill -9</c>, after some change of a file in the authority's folder, again and again, each time a few
/// changes later. Whatever it had reported is there, OpenSSL takes the list, and the next process goes on.</summary>
public sealed partial class AuthorityKillTests : IDisposable
{
    private const int Rounds = 12;
    private const int Stride = 5;

    private readonly string _openssl = ForeignProgram.Require("openssl");
    private readonly ClientHome _home = new(new Uri("http://127.0.0.1:9"));
    private readonly HashSet<string> _issued = [];
    private readonly HashSet<string> _revoked = [];

    private string Path => System.IO.Path.Combine(_home.Folder, "authority");

    [Fact]
    public async Task What_was_reported_survives_a_kill_at_any_moment()
    {
        using (AuthorityFolder authority = Open())
        {
            var request = new AuthorityRequest { Name = "Lab", ServerName = "vpn.example.com", ValidityDays = 3650, ServerValidityDays = 825, RevocationListDays = 365 };
            await new AuthorityCreation(authority).Plan(request).ApplyAsync(TestContext.Current.CancellationToken);
        }
        for (int round = 1; round <= Rounds; round++)
        {
            await KillAfterAsync(changes: round * Stride, $"round{round}");
            await CheckAsync();
        }
        Assert.NotEmpty(_revoked);
        Assert.True(_issued.Count > Rounds, $"Only {_issued.Count} certificates were reported.");
    }

    public void Dispose() => _home.Dispose();

    private AuthorityFolder Open() => new(Path, CertificateIssuer.Instance, SystemClock.Instance);

    private async Task KillAfterAsync(int changes, string prefix)
    {
        var reached = new TaskCompletionSource();
        int seen = 0;
        using var watcher = new FileSystemWatcher(Path) { IncludeSubdirectories = true, EnableRaisingEvents = true };
        watcher.Created += (_, _) => Count();
        watcher.Renamed += (_, _) => Count();
        watcher.Deleted += (_, _) => Count();
        using Process process = Process.Start(ModuleShell.Launch(_home, "change_authority.ps1", "-Path", Path, "-Prefix", prefix))!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await Task.WhenAny(reached.Task, process.WaitForExitAsync(TestContext.Current.CancellationToken));
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        Assert.True(reached.Task.IsCompleted, $"It ended by itself: {await output}{await error}");
        foreach (Match line in Report().Matches(await output))
            (line.Groups[1].Value == "issued" ? _issued : _revoked).Add(line.Groups[2].Value);

        void Count()
        {
            if (Interlocked.Increment(ref seen) == changes) reached.SetResult();
        }
    }

    private async Task CheckAsync()
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        using AuthorityFolder authority = Open();
        Assert.Superset(_issued, authority.GetIndex().Clients.Select(entry => entry.CommonName).ToHashSet());
        // A revocation is reported once the list has it.
        HashSet<string> listed = [.. authority.FindRevocationList()!.Revoked.Select(one => one.SerialNumber)];
        Assert.Superset(Serials(authority, _revoked.Contains), listed);

        // The next change takes in what the killed process had signed, and makes the list that belongs to the index.
        await new UserIssue(authority, null).Plan($"after{_issued.Count}", 825, renew: true).ApplyAsync(stop);
        AuthorityIndex index = authority.GetIndex();
        Assert.All(index.Entries, entry => Assert.NotNull(authority.Files.ReadKey(entry.SerialNumber)));
        Assert.Equal(
            index.Entries.Select(entry => $"{entry.SerialNumber}.crt.pem").Order(),
            Directory.GetFiles(System.IO.Path.Combine(Path, "issued"), "*.crt.pem").Select(System.IO.Path.GetFileName).Order());
        string root = System.IO.Path.Combine(Path, "issued", $"{index.Authority.SerialNumber}.crt.pem");
        ProgramRun list = await ProgramRun.StartAsync(_openssl, ["crl", "-in", System.IO.Path.Combine(Path, "crl.pem"), "-CAfile", root, "-noout", "-text"], _home);
        Assert.Contains("verify OK", list.Error, StringComparison.Ordinal);
        Assert.Equal(
            index.Clients.Where(entry => entry.RevokedAt is not null).Select(entry => entry.SerialNumber).Order(),
            SerialNumber().Matches(list.Output).Select(match => match.Groups[1].Value).Order(), StringComparer.OrdinalIgnoreCase);
    }

    private static HashSet<string> Serials(AuthorityFolder authority, Func<string, bool> isWanted) =>
        [.. authority.GetIndex().Clients.Where(entry => isWanted(entry.CommonName)).Select(entry => entry.SerialNumber)];

    [GeneratedRegex(@"^(issued|revoked) (\S+)\r?$", RegexOptions.Multiline)]
    private static partial Regex Report();

    [GeneratedRegex("Serial Number: ([0-9A-F]+)")]
    private static partial Regex SerialNumber();
}
