using System.Management.Automation;
using System.Text.RegularExpressions;
using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.ClientVpn;

/// <summary>People made and exported in one pipeline.</summary>
public sealed class ManyPeopleTests : ClientVpnTest
{
    private readonly TemporaryFolder _folder = new();

    private string Authority => Path.Combine(_folder.Path, "vpn");

    private string Files => Path.Combine(_folder.Path, "files");

    public ManyPeopleTests() => Script(
        """
        param($vpn, $files)
        $null = New-ClientVpnAuthority $vpn Example vpn.example.com
        $null = New-ClientVpn people 10.200.0.0/22 -AuthorityPath $vpn
        $global:vpn, $global:files = $vpn, $files
        function global:Invoke-ForPeople([int] $Count) { 1..$Count | ForEach-Object { "user$_" } | New-ClientVpnUser $vpn | Export-ClientVpnConfig people $files }
        """,
        Authority,
        Files);

    protected override void Dispose(bool disposing)
    {
        _folder.Dispose();
        base.Dispose(disposing);
    }

    [Fact]
    public void Files_come_in_the_order_of_the_names_and_cost_two_calls()
    {
        Sandbox.ForgetCalls();
        Invocation run = Script("Invoke-ForPeople 12");
        Assert.Equal(Enumerable.Range(1, 12).Select(i => $"user{i}"), run.Output.Select(file => (string)((dynamic)file).UserName));
        Assert.Equal(["DescribeClientVpnEndpoints", "ExportClientVpnClientConfiguration"], Sandbox.Calls.Select(call => call.Action));
        Assert.Equal(12, Directory.GetFiles(Files).Length);
    }

    [Fact]
    public void Ctrl_C_leaves_whole_files_of_people_whom_the_authority_knows_and_the_same_pipeline_goes_on()
    {
        using var output = new PSDataCollection<PSObject>();
        using var first = new ManualResetEventSlim();
        output.DataAdded += (_, _) => first.Set();
        (System.Management.Automation.PowerShell shell, IAsyncResult _) = Sandbox.Begin(output, "Invoke-ForPeople", ("Count", 2000));
        Assert.True(first.Wait(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken));
        shell.Stop();
        Assert.Equal(PSInvocationState.Stopped, shell.InvocationStateInfo.State);
        Assert.Empty(shell.Streams.Error);
        Assert.Contains(shell.Streams.Progress, progress => Regex.IsMatch(progress.StatusDescription, "^[0-9]+ of [0-9]+ done"));
        shell.Dispose();

        string[] people = [.. Script("Get-ClientVpnUser $vpn").Output.Select(user => (string)((dynamic)user).Name)];
        Assert.InRange(people.Length, 1, 1999);
        string[] files = Directory.GetFiles(Files);
        Assert.All(files, file => Assert.Contains(Path.GetFileNameWithoutExtension(file), people));
        Assert.All(files, file => Assert.EndsWith("</key>\n", File.ReadAllText(file), StringComparison.Ordinal));

        int next = people.Length + 2;
        Assert.Equal(next, Script($"Invoke-ForPeople {next}").Output.Count);
        // What was made before the stop was not made again.
        Assert.Equal(next, Script("Get-ClientVpnUser $vpn -IncludeReplaced").Output.Count);
    }
}
