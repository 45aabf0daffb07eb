using System.Management.Automation;
using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.SiteToSite;

/// <summary>Export-VpnDeviceConfig as text and as AWS's own sample.</summary>
public sealed class ExportVpnDeviceConfigTests : VpnTest
{
    private const string Mask = "KEY-OF-";

    [Theory]
    [InlineData("swanctl", "secret = \"")]
    [InlineData("ciscoios", "pre-shared-key ")]
    [InlineData("json", "\"preSharedKey\": \"")]
    [InlineData("aws -DeviceTypeId 9d9470de", "pre-shared-key      ")]
    public void Text_has_keys_only_where_they_are_asked_for(string format, string before)
    {
        Make(Office);
        IReadOnlyList<string> keys = Keys("office");

        dynamic masked = Make($"Export-VpnDeviceConfig office {format}");
        Assert.Equal((false, false), ((bool)masked.IncludesSecret, keys.Any(((string)masked.Text).Contains)));
        Assert.Contains(before + Mask, (string)masked.Text, StringComparison.Ordinal);
        dynamic full = Make($"Export-VpnDeviceConfig office {format} -IncludeSecret");
        Assert.True(full.IncludesSecret);
        Assert.All(keys, key => Assert.Contains(before + key, (string)full.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(Mask, (string)full.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Live_options_count_and_not_those_that_the_connection_was_created_with()
    {
        Make(Office + " -TunnelOption (New-VpnTunnelOption Compatible), (New-VpnTunnelOption Compatible)");
        BringUp("office");
        Script("Set-VpnTunnelOption office (New-VpnTunnelOption CNSA) -AllowOutage -NoWait");
        string text = Make("Export-VpnDeviceConfig office swanctl").Text;

        Assert.Contains(" proposals = aes256gcm16-prfsha384-ecp384\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("sha1", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_static_device_routes_to_the_VPC_and_a_BGP_device_announces_what_it_is_told()
    {
        Make(Office);
        Make(Branch);

        Assert.Contains("ip route 10.1.0.0 255.255.0.0 Tunnel", Make("Export-VpnDeviceConfig office ciscoios").Text, StringComparison.Ordinal);
        string bgp = Make("Export-VpnDeviceConfig branch frr -LocalNetwork 192.168.7.0/24").Text;
        Assert.Contains("router bgp 65010\n", bgp, StringComparison.Ordinal);
        Assert.Contains("network 192.168.7.0/24\n", bgp, StringComparison.Ordinal);
    }

    [Fact]
    public void All_connections_of_a_pipeline_are_read_together()
    {
        Make(Office);
        Make(Branch);
        Sandbox.ForgetCalls();
        Assert.Equal(2, Script("Get-SiteToSiteVpn | Export-VpnDeviceConfig -Format json -IncludeSecret").Output.Count);
        // Two reads of the list: one by Get-SiteToSiteVpn, one here; and the keys, which need to know the connections first.
        Assert.Equal(3, Sandbox.Calls.Count(call => call.Action == "DescribeVpnConnections"));
        Assert.Empty(Sandbox.Writes);
    }

    [Fact]
    public void A_key_in_Secrets_Manager_must_be_given_and_then_counts()
    {
        Make(Office + " -PreSharedKeyStorage SecretsManager");
        Invocation refused = Sandbox.Script("Export-VpnDeviceConfig office swanctl -IncludeSecret");
        Assert.Equal(["PreSharedKeyRedacted"], refused.ErrorIds);
        Assert.Contains("-PreSharedKey @{ '", refused.ToString(), StringComparison.Ordinal);
        Assert.Contains(Mask, Make("Export-VpnDeviceConfig office swanctl").Text, StringComparison.Ordinal);

        const string Given = """
            param($key)
            $keys = @{}
            foreach ($tunnel in (Get-SiteToSiteVpn office).Tunnels) { $keys["$tunnel"] = [System.Net.NetworkCredential]::new('', $key).SecurePassword }
            Export-VpnDeviceConfig office swanctl -IncludeSecret -PreSharedKey $keys
            """;
        dynamic given = Script(Given, "Known.To_Both.Ends").Single();
        Assert.Contains("secret = \"Known.To_Both.Ends\"", given.Text, StringComparison.Ordinal);
        Invocation invalid = Sandbox.Script(Given, "has a blank");
        Assert.Equal(["PreSharedKeyInvalid"], invalid.ErrorIds);
        // A format without a place for keys needs none.
        Assert.Contains("ip route", Make("Export-VpnDeviceConfig office frr -IncludeSecret").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_given_key_that_AWS_does_not_have_is_used_with_a_warning()
    {
        Make(Office);
        Invocation run = Script(
            """
            $address = "$((Get-SiteToSiteVpn office).Tunnels[0])"
            Export-VpnDeviceConfig office json -IncludeSecret -PreSharedKey @{ $address = [System.Net.NetworkCredential]::new('', 'Not_Yet.At.AWS').SecurePassword }
            """);
        Assert.Contains("\"Not_Yet.At.AWS\"", run.Single().Text, StringComparison.Ordinal);
        Assert.Contains("not the one that AWS has now", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void AWSs_sample_is_chosen_by_version_and_type()
    {
        Make(Office);
        Assert.Contains("ike-version         ikev1\n", Make("Export-VpnDeviceConfig office aws -DeviceTypeId 9d9470de").Text, StringComparison.Ordinal);
        string better = Make("Export-VpnDeviceConfig office aws -DeviceTypeId 9d9470de -SampleType recommended").Text;
        Assert.Contains("ike-version         ikev2\n", better, StringComparison.Ordinal);
        Assert.Contains("AES256 SHA2-256 group20", better, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("InvalidParameter", "office aws")]
    [InlineData("InvalidParameter", "office aws -DeviceTypeId 9d9470de -SampleType recommended -IkeVersion ikev1")]
    [InlineData("InvalidParameter", "office aws -DeviceTypeId 00000000")]
    [InlineData("InvalidParameter", "office aws -DeviceTypeId 9d9470de -LocalNetwork 10.0.0.0/8")]
    [InlineData("InvalidParameter", "office frr -SampleType recommended")]
    [InlineData("InvalidParameter", "office frr -PreSharedKey @{ '198.18.0.1' = 'plain text' }")]
    [InlineData("MalformedCidr", "office frr -LocalNetwork all")]
    [InlineData("VpnNotFound", "factory frr")]
    [InlineData("DeviceNotCapable", "old rras")]
    [InlineData("VpnStateConflict", "$gone frr")]
    public void What_cannot_be_is_an_error_of_its_record(string errorId, string arguments)
    {
        Make(Office);
        Make("New-SiteToSiteVpn tools 198.51.100.9 -Static -Tag @{ Name = 'old' } -TunnelOption (New-VpnTunnelOption -IkeVersion ikev1)");
        if (arguments.Contains("$gone", StringComparison.Ordinal))
            Script("$global:gone = (Get-SiteToSiteVpn office).VpnConnectionId; Remove-SiteToSiteVpn office -Confirm:$false");
        Refuses(errorId, $"Export-VpnDeviceConfig {arguments}");
    }

    [Fact]
    public void Devices_are_completed_by_id_or_vendor_and_named_in_full()
    {
        CompletionResult match = (CompletionResult)Assert.Single(Script(
            "$line = 'Export-VpnDeviceConfig office aws -DeviceTypeId Citr'; [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches")
            .Output).BaseObject;
        Assert.Equal("Citrix Citrix CloudBridge NS 11+", match.ToolTip);
        Make(Office);
        Assert.Contains(match.ToolTip, Make($"Export-VpnDeviceConfig office aws -DeviceTypeId {match.CompletionText}").Text, StringComparison.Ordinal);
    }

    /// <summary>The keys as AWS tells them to whoever may ask.</summary>
    private List<string> Keys(string name)
    {
        string text = Make($"Export-VpnDeviceConfig {name} json -IncludeSecret").Text;
        using var json = System.Text.Json.JsonDocument.Parse(text);
        return [.. json.RootElement.GetProperty("tunnels").EnumerateArray().Select(tunnel => tunnel.GetProperty("preSharedKey").GetString()!)];
    }
}
