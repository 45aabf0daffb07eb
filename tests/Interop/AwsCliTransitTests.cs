using System.Text.Json.Nodes;
using NetConnect.Interop.Tests.Hosting;

namespace NetConnect.Interop.Tests;

/// <summary>The aws CLI with VPNs on the seed's transit gateway.</summary>
public sealed class AwsCliTransitTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Hub = "tgw-0a110000000000001";
    private const string HubAll = "tgw-rtb-0a110000000000001";

    private readonly AwsCli _network = new(sandbox.Home, "network");

    [Fact]
    public async Task Static_routes_to_a_vpn_are_found_page_by_page()
    {
        string vpn = await CreateAsync("203.0.113.31", "StaticRoutesOnly=true");
        await _network.RunAsync($"ec2 wait vpn-connection-available --vpn-connection-ids {vpn}");
        string attachment = await _network.TextAsync("TransitGatewayAttachments[0].TransitGatewayAttachmentId",
            $"ec2 describe-transit-gateway-attachments --filters Name=resource-id,Values={vpn} Name=state,Values=available");
        for (int i = 0; i < 6; i++)
            await _network.RunAsync("ec2 create-transit-gateway-route " +
                $"--transit-gateway-route-table-id {HubAll} --transit-gateway-attachment-id {attachment} --destination-cidr-block 172.16.{i}.0/24");
        string search = $"ec2 search-transit-gateway-routes --transit-gateway-route-table-id {HubAll} --filters Name=attachment.resource-id,Values={vpn} --max-results 5";
        JsonNode? found = await _network.RunAsync(search);
        Assert.Equal((5, true), (found!["Routes"]!.AsArray().Count, found["AdditionalRoutesAvailable"]!.GetValue<bool>()));
        Assert.Equal("RouteAlreadyExists", await _network.ErrorAsync("ec2 create-transit-gateway-route " +
            $"--transit-gateway-route-table-id {HubAll} --transit-gateway-attachment-id {attachment} --destination-cidr-block 172.16.0.0/24"));
    }

    [Fact]
    public async Task A_tunnel_has_a_log_of_its_own_and_one_of_bgp()
    {
        const string Group = "arn:aws:logs:eu-west-1:111111111111:log-group:vpn";
        const string Logs = $"LogEnabled=true,LogGroupArn={Group},BgpLogEnabled=true,BgpLogGroupArn={Group},BgpLogOutputFormat=text";
        string vpn = await CreateAsync("203.0.113.32", $"TunnelOptions=[{{LogOptions={{CloudWatchLogOptions={{{Logs}}}}}}}]");
        JsonNode? logs = await _network.RunAsync(
            $"ec2 describe-vpn-connections --vpn-connection-ids {vpn} --query VpnConnections[0].Options.TunnelOptions[].LogOptions.CloudWatchLogOptions");
        Assert.Equal(("json", "text", false), (logs![0]!["LogOutputFormat"]!.GetValue<string>(), logs[0]!["BgpLogOutputFormat"]!.GetValue<string>(),
            logs[1]!["BgpLogEnabled"]!.GetValue<bool>()));
    }

    private async Task<string> CreateAsync(string address, string options)
    {
        string device = await _network.TextAsync("CustomerGateway.CustomerGatewayId", $"ec2 create-customer-gateway --type ipsec.1 --ip-address {address} --bgp-asn 65031");
        return await _network.TextAsync("VpnConnection.VpnConnectionId",
            $"ec2 create-vpn-connection --type ipsec.1 --customer-gateway-id {device} --transit-gateway-id {Hub} --options {options}");
    }
}
