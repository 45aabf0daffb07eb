using NetConnect.SiteToSite;

namespace NetConnect.Tests.SiteToSite;

/// <summary>The lines of a log name causes, in JSON and text, for each tunnel by itself.</summary>
public sealed class VpnCausesTests
{
    private const string First = "198.18.0.1", Second = "198.18.0.2";

    [Theory]
    [InlineData("AWS tunnel payload decryption was unsuccessful due to invalid Pre-shared Key", "KeyMismatch")]
    [InlineData("AWS tunnel detected a pre-shared key mismatch with cgw: 198.51.100.7", "KeyMismatch")]
    [InlineData("AWS tunnel is sending AUTHENTICATION_FAILED as the response", "KeyMismatch")]
    [InlineData("No Proposal Match Found by AWS", "ProposalMismatch")]
    [InlineData("No Proposal Match Found. Notifying with \"No proposal chosen\"", "ProposalMismatch")]
    [InlineData("AWS tunnel Phase 2 was unable to establish while keeping Phase 1", "ProposalMismatch")]
    [InlineData("AWS: Traffic Selector: TS_UNACCEPTABLE: received from responder", "TrafficSelectorMismatch")]
    [InlineData("AWS tunnel DPD timed out after 3 retransmits", "PeerSilent")]
    [InlineData("Peer is not responsive - Declaring peer dead", "PeerSilent")]
    [InlineData("AWS tunnel Timeout: deleting un-established Phase 1 IKE_SA with cgw: 198.51.100.7", "PeerSilent")]
    [InlineData("AWS-side peer sent a Hold Timer Expired notification to neighbor 169.254.9.2", "PeerSilent")]
    [InlineData("AWS tunnel received DELETE for IKE_SA from CGW", "DeviceCloses")]
    [InlineData("AWS-side peer sent a notification 6/1 (Cease/Maximum Number of Prefixes Reached) to neighbor 169.254.9.2", "BgpPrefixLimit")]
    [InlineData("AWS-side peer detected a bad OPEN message from neighbor 169.254.9.2 - remote AS is 65001, expected 65010", "BgpAsnMismatch")]
    [InlineData("DENIED due to: as-path contains our own AS", "BgpRouteDenied")]
    [InlineData("AWS tunnel is sending request (id=4) for CREATE_CHILD_SA", "")]
    public void Each_message_names_its_cause_in_text_and_in_JSON(string message, string code)
    {
        Assert.Equal(code, Codes(message));
        Assert.Equal(code, Codes(Json(First, "Down", message)));
        Assert.Equal(code, Codes($$"""{ "resource_id": "vpn-a_{{First}}", "type": "BGPStatus", "status": "DOWN", "message": { "details": "{{message.Replace("\"", "\\\"")}}" } }"""));
    }

    [Fact]
    public void A_cause_is_told_for_the_tunnel_that_the_line_names()
    {
        VpnFinding[] found = [.. VpnCauses.Of(Vpn(up: Second), [Json(First, "Down", "No Proposal Match Found by AWS"), Json(Second, "Down", "AWS tunnel DPD timed out")])];
        Assert.Equal([(First, VpnFindingSeverity.Error), (Second, VpnFindingSeverity.Warning)], found.Select(finding => (finding.Subject, finding.Severity)));
    }

    [Fact]
    public void What_came_before_the_tunnel_was_up_again_is_over()
    {
        string[] lines = [Json(First, "Down", "AWS tunnel DPD timed out"), Json(First, "Established", "AWS tunnel processed response"), Json(First, "Down", "No Proposal Match Found by AWS")];
        Assert.Equal("ProposalMismatch", Codes(lines));
        Assert.Equal("", Codes(lines[0], lines[1]));
    }

    [Fact]
    public void A_cause_is_told_once_with_the_last_line_and_not_at_length()
    {
        VpnFinding finding = Assert.Single(VpnCauses.Of(Vpn(), ["AWS tunnel DPD timed out after 3", "AWS tunnel DPD timed out after 5" + new string('.', 500), ""]));
        Assert.Contains("after 5", finding.Evidence, StringComparison.Ordinal);
        Assert.True(finding.Evidence.Length < 300);
    }

    private static string Codes(params string[] lines) => string.Join(" ", VpnCauses.Of(Vpn(), lines).Select(finding => finding.Code));

    private static string Json(string tunnel, string phase2, string message) =>
        $$"""{"VpnConnectionId":"vpn-a","TunnelOutsideIPAddress":"{{tunnel}}","TunnelIKEPhase1State":"Established","TunnelIKEPhase2State":"{{phase2}}","VpnLogDetail":"{{message.Replace("\"", "\\\"")}}"}""";

    private static SiteToSiteVpn Vpn(string? up = null) => new()
    {
        VpnConnectionId = "vpn-a",
        Tunnels = [new() { OutsideIpAddress = First }, new() { OutsideIpAddress = Second }],
        TunnelStatus = new[] { First, Second }.Select(address => new VpnTunnelStatus { OutsideIpAddress = address, Status = address == up ? "UP" : "DOWN" }).ToList(),
    };
}
