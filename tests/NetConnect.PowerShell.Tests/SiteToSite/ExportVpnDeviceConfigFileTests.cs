using System.Runtime.Versioning;
using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.SiteToSite;

/// <summary>Export-VpnDeviceConfig to files: the owner's alone, whole, and never over another file without a question.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ExportVpnDeviceConfigFileTests : VpnTest
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "office.conf");

    protected override void Dispose(bool disposing)
    {
        _folder.Dispose();
        base.Dispose(disposing);
    }

    [Fact]
    public void A_folder_takes_the_files_of_all_connections_for_their_owner_alone()
    {
        string id = Make(Office).VpnConnectionId;
        Make(Branch);
        string folder = Path.Combine(_folder.Path, "devices") + "/";
        Invocation run = Script("param($folder) Get-SiteToSiteVpn | Export-VpnDeviceConfig -Format ipsecconf -Path $folder", folder);

        string[] files = Directory.GetFiles(folder);
        Assert.Equal(8, files.Length);
        Assert.Equal(files.Order(), run.Output.SelectMany(o => (IEnumerable<string>)((dynamic)o).Path).Order());
        Assert.All(files, file => Assert.Equal(file.EndsWith(".updown", StringComparison.Ordinal) ? Owner | UnixFileMode.UserExecute : Owner, Mode(file)));
        Assert.Equal(Owner | UnixFileMode.UserExecute, Mode(folder));
        Assert.DoesNotContain("KEY-OF-", System.IO.File.ReadAllText(Path.Combine(folder, $"{id}.secrets")), StringComparison.Ordinal);
        Assert.All(run.Output, o => Assert.Equal((null, true), ((string?)((dynamic)o).Text, (bool)((dynamic)o).IncludesSecret)));
    }

    [Fact]
    public void A_file_takes_the_main_part_and_the_others_lie_beside_it()
    {
        string id = Make(Office).VpnConnectionId;
        dynamic made = Script("param($file) Export-VpnDeviceConfig office swanctl $file", File).Single();
        Assert.Equal([File, Path.Combine(_folder.Path, $"{id}.updown")], (IEnumerable<string>)made.Path);
        Assert.Contains("connections {", System.IO.File.ReadAllText(File), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_there_already_is_not_written_again()
    {
        Make(Office);
        Script("param($file) Export-VpnDeviceConfig office frr $file", File);
        DateTime written = System.IO.File.GetLastWriteTimeUtc(File);
        System.IO.File.SetLastWriteTimeUtc(File, written.AddHours(-1));
        dynamic again = Script("param($file) Export-VpnDeviceConfig office frr $file", File).Single();
        Assert.Equal([File], (IEnumerable<string>)again.Path);
        Assert.Equal(written.AddHours(-1), System.IO.File.GetLastWriteTimeUtc(File));
    }

    [Fact]
    public void Another_file_is_replaced_only_after_a_question()
    {
        Make(Office);
        System.IO.File.WriteAllText(File, "mine");
        Invocation nobody = Sandbox.Script("param($file) Export-VpnDeviceConfig office frr $file", File);
        Assert.Equal(["ConfirmationRequired"], nobody.ErrorIds);
        Sandbox.Prompts.Answers.Enqueue("No");
        Assert.Empty(Script("param($file) Export-VpnDeviceConfig office frr $file", File).Output);
        Assert.Equal("mine", System.IO.File.ReadAllText(File));

        Sandbox.Prompts.Answers.Enqueue("Yes");
        Script("param($file) Export-VpnDeviceConfig office frr $file", File);
        Assert.Contains("Replace the file by the frr configuration", Sandbox.Prompts.Asked[^1], StringComparison.Ordinal);
        Assert.Equal(Owner, Mode(File));
        // Once is enough.
        System.IO.File.WriteAllText(File, "mine");
        Sandbox.Prompts.Asked.Clear();
        Sandbox.Prompts.Answers.Enqueue("Yes");
        Script("param($file) Export-VpnDeviceConfig office frr $file -Confirm", File);
        Assert.Single(Sandbox.Prompts.Asked);
    }

    [Fact]
    public void Confirm_false_replaces_and_WhatIf_writes_nothing_and_shows_no_key()
    {
        Make(Office);
        System.IO.File.WriteAllText(File, "mine");
        Assert.Empty(Script("param($file) Export-VpnDeviceConfig office json $file -WhatIf -Verbose", File).Output);
        Assert.Contains("Replace the file by the json configuration", Sandbox.Prompts.Text, StringComparison.Ordinal);
        Assert.Equal("mine", System.IO.File.ReadAllText(File));
        Script("param($file) Export-VpnDeviceConfig office json $file -Confirm:$false", File);

        using var json = System.Text.Json.JsonDocument.Parse(System.IO.File.ReadAllText(File));
        string key = json.RootElement.GetProperty("tunnels")[0].GetProperty("preSharedKey").GetString()!;
        Assert.DoesNotContain(key, Sandbox.Prompts.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_file_does_not_take_two_connections()
    {
        Make(Office);
        Make(Branch);
        Invocation run = Sandbox.Script("param($file) Export-VpnDeviceConfig office, branch json $file", File);
        Assert.Equal(["InvalidParameter"], run.ErrorIds);
        Assert.Single(run.Output);
    }

    [Fact]
    public void What_cannot_be_written_is_an_error_of_its_record()
    {
        Make(Office);
        System.IO.File.WriteAllText(File, "a file");
        Assert.Equal(["FileNotWritten"], Sandbox.Script("param($file) Export-VpnDeviceConfig office json $file/below.json", File).ErrorIds);
        Assert.Equal(["InvalidParameter"], Sandbox.Script("Export-VpnDeviceConfig office json Variable:/x").ErrorIds);
    }

    private static UnixFileMode Mode(string path) => System.IO.File.GetUnixFileMode(path);
}
