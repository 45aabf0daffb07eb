using System.Text.RegularExpressions;
using NetConnect.Devices;
using NetConnect.Interop.Tests.Hosting;
using NetConnect.Interop.Tests.Networks;

namespace NetConnect.Interop.Tests.Ipsec;

/// <summary>Libreswan's own readers.</summary>
/// <remarks>It cannot be installed next to strongSwan: LIBRESWAN_DIR may name a folder into which its package was unpacked.</remarks>
public sealed class LibreswanTests
{
    public static TheoryData<string> OptionSets => [.. IpsecOptionSets.All.Keys];

    [Theory]
    [MemberData(nameof(OptionSets))]
    public async Task The_export_is_accepted_or_refused_for_what_libreswan_lacks(string optionSet)
    {
        string addconn = Require("addconn");
        string algparse = Require("algparse");
        await using Lab lab = Lab.WithoutNetwork();
        DeviceConfig export;
        try
        {
            export = DeviceFormats.Get("libreswan").Render(SampleVpn.Input(IpsecOptionSets.All[optionSet]));
        }
        catch (NetConnectException e) when (e.ErrorId == ErrorIds.DeviceNotCapable)
        {
            // Then Libreswan itself must say the same of a group.
            VpnTunnelOption options = IpsecOptionSets.All[optionSet];
            string phase1 = $"ike=aes256-sha2_256;dh{options.Phase1DHGroupNumbers!.Single()}";
            string phase2 = $"esp=aes256-sha2_256;dh{options.Phase2DHGroupNumbers!.Single()}";
            string ikeVersion = options.IkeVersions is ["ikev1"] ? "-v1" : "-v2";
            Assert.NotEqual(0, (await lab.RunAsync(algparse, ikeVersion, "-pfs", phase1, phase2)).ExitCode);
            return;
        }

        string text = export.Files[0].Text;
        ProgramRun check = await lab.RunAsync(addconn, "--checkconfig", "--config", lab.Write("ipsec.conf", text));
        Assert.Equal("", check.Succeeded().Error);
        string version = text.Contains("ikev2=no", StringComparison.Ordinal) ? "-v1" : "-v2";
        foreach (string proposal in Regex.Matches(text, "(?:ike|esp)=.*;.*").Select(match => match.Value).Distinct())
        {
            ProgramRun parse = await lab.RunAsync(algparse, version, "-pfs", proposal);
            Assert.DoesNotContain("ERROR", parse.Succeeded().Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Its_readers_do_find_mistakes()
    {
        string addconn = Require("addconn");
        await using Lab lab = Lab.WithoutNetwork();
        string text = DeviceFormats.Get("libreswan").Render(SampleVpn.Input(new())).Files[0].Text;

        string wrong = lab.Write("ipsec.conf", text.Replace("replay-window", "replay-windows", StringComparison.Ordinal));
        ProgramRun check = await lab.RunAsync(addconn, "--checkconfig", "--config", wrong);
        Assert.Contains("replay-windows", check.Output + check.Error, StringComparison.Ordinal);
    }

    private static string Require(string name)
    {
        if (Environment.GetEnvironmentVariable("LIBRESWAN_DIR") is { Length: > 0 } folder
            && Path.Combine(folder, "usr/libexec/ipsec", name) is var path && File.Exists(path)) return path;
        return LabProgram.Require(name);
    }
}
