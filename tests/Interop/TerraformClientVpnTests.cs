using System.Text.Json.Nodes;
using NetConnect.Interop.Tests.Hosting;
using NetConnect.Interop.Tests.Networks;
using NetConnect.Sandbox;

namespace NetConnect.Interop.Tests;

/// <summary>A Client VPN by terraform: certificate, endpoint, subnet, route and rule.</summary>
public sealed class TerraformClientVpnTests
{
    private const string Switch = "NETCONNECT_SLOW";
    private const string Endpoint = "aws_ec2_client_vpn_endpoint.people";
    private const string Subnet = "aws_ec2_client_vpn_network_association.a";
    private const string Route = "aws_ec2_client_vpn_route.other";
    private const string Rule = "aws_ec2_client_vpn_authorization_rule.everybody";

    [Fact]
    public async Task A_client_vpn_is_built_found_unchanged_and_destroyed()
    {
        if (Environment.GetEnvironmentVariable(Switch) != "1")
            Assert.Skip($"terraform waits four minutes by itself before it looks at a subnet that comes or goes; {Switch}=1 runs this all the same.");
        using var sandbox = new SandboxFixture(SandboxClockKind.Fast);
        Terraform terraform = await InitAsync(sandbox);
        await SucceedsAsync(terraform, "apply", "-auto-approve");
        await IsUnchangedAsync(terraform);
        await SucceedsAsync(terraform, "destroy", "-auto-approve");
    }

    /// <summary>The same without those waits: the subnet comes and goes by the aws CLI, terraform takes it over and finds it gone.</summary>
    [Fact]
    public async Task A_client_vpn_is_built_around_a_subnet_that_terraform_takes_over()
    {
        using var sandbox = new SandboxFixture(SandboxClockKind.Fast);
        var network = new AwsCli(sandbox.Home, "network");
        Terraform terraform = await InitAsync(sandbox);
        await SucceedsAsync(terraform, "apply", "-auto-approve", $"-target={Endpoint}");
        string endpoint = await network.TextAsync("ClientVpnEndpoints[0].ClientVpnEndpointId", "ec2 describe-client-vpn-endpoints");
        string association = await network.TextAsync("AssociationId",
            $"ec2 associate-client-vpn-target-network --client-vpn-endpoint-id {endpoint} --subnet-id subnet-0a110000000000001");
        string look = $"ec2 describe-client-vpn-target-networks --client-vpn-endpoint-id {endpoint} --query ClientVpnTargetNetworks[].Status.Code";
        await UntilAsync("""["associated"]""");
        sandbox.Home.Write("import.tf", $"import {{\n  to = {Subnet}\n  id = \"{endpoint},{association}\"\n}}\n");
        await SucceedsAsync(terraform, "apply", "-auto-approve");
        await IsUnchangedAsync(terraform);

        await SucceedsAsync(terraform, "destroy", "-auto-approve", $"-target={Route}", $"-target={Rule}");
        Assert.Empty((await network.RunAsync($"ec2 describe-client-vpn-authorization-rules --client-vpn-endpoint-id {endpoint} --query AuthorizationRules[]"))!.AsArray());
        await network.RunAsync($"ec2 disassociate-client-vpn-target-network --client-vpn-endpoint-id {endpoint} --association-id {association}");
        await UntilAsync("[]");
        await SucceedsAsync(terraform, "destroy", "-auto-approve");
        Assert.Equal("deleted", await network.TextAsync("ClientVpnEndpoints[0].Status.Code", "ec2 describe-client-vpn-endpoints"));

        Task UntilAsync(string states) =>
            Poll.UntilAsync(states, () => network.RunAsync(look), seen => JsonNode.DeepEquals(seen, JsonNode.Parse(states)));
    }

    private static async Task<Terraform> InitAsync(SandboxFixture sandbox)
    {
        using var server = new ServerCertificate();
        server.Write(sandbox.Home);
        return await Terraform.InitAsync(sandbox.Home, "ClientVpn");
    }

    private static async Task SucceedsAsync(Terraform terraform, string command, params string[] options) =>
        (await terraform.RunAsync(command, options)).Succeeded();

    private static async Task IsUnchangedAsync(Terraform terraform) =>
        Assert.Contains("No changes.", (await terraform.RunAsync("plan", "-detailed-exitcode")).Succeeded().Output, StringComparison.Ordinal);
}
