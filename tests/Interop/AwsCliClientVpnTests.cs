using System.Text.Json.Nodes;
using NetConnect.Interop.Tests.Hosting;
using NetConnect.Interop.Tests.Networks;

namespace NetConnect.Interop.Tests;

/// <summary>The aws CLI with Client VPN endpoints, and with ACM's imported certificates.</summary>
public sealed class AwsCliClientVpnTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Shop = "vpc-0a110000000000001";
    private const string ZoneA = "subnet-0a110000000000001";
    private const string ZoneB = "subnet-0a110000000000003";

    private readonly AwsCli _network = new(sandbox.Home, "network");

    [Fact]
    public async Task An_endpoint_lives_from_its_certificate_to_its_deletion()
    {
        using var server = new ServerCertificate();
        string certificate = await ImportAsync(server);
        string endpoint = await CreateAsync(certificate, "10.200.0.0/22", "--split-tunnel --description people",
            "--tag-specifications", "ResourceType=client-vpn-endpoint,Tags=[{Key=Name,Value=people}]");
        string of = $"--client-vpn-endpoint-id {endpoint}";
        string[] associations = [];
        foreach (string subnet in new[] { ZoneA, ZoneB })
            associations = [.. associations,
                await _network.TextAsync("AssociationId", $"ec2 associate-client-vpn-target-network {of} --subnet-id {subnet}")];
        await UntilAsync("associated associated", async () => string.Join(' ', Texts(await _network.RunAsync(
            $"ec2 describe-client-vpn-target-networks {of} --query ClientVpnTargetNetworks[].Status.Code"))));
        Json.Equal($$"""{ "Code": "available", "Vpc": "{{Shop}}", "Tag": "people", "Split": true }""", await _network.RunAsync("ec2 describe-client-vpn-endpoints",
            "--client-vpn-endpoint-ids", endpoint, "--query", "ClientVpnEndpoints[0].{Code:Status.Code,Vpc:VpcId,Tag:Tags[0].Value,Split:SplitTunnel}"));

        foreach (string subnet in new[] { ZoneA, ZoneB })
            await _network.RunAsync($"ec2 create-client-vpn-route {of} --destination-cidr-block 172.16.0.0/12 --target-vpc-subnet-id {subnet}");
        await _network.RunAsync($"ec2 authorize-client-vpn-ingress {of} --target-network-cidr 10.1.0.0/16 --authorize-all-groups");
        await _network.RunAsync($"ec2 authorize-client-vpn-ingress {of} --target-network-cidr 172.16.0.0/12 --access-group-id admins");
        Assert.Equal("InvalidClientVpnDuplicateRoute",
            await _network.ErrorAsync($"ec2 create-client-vpn-route {of} --destination-cidr-block 172.16.0.0/12 --target-vpc-subnet-id {ZoneA}"));
        Assert.Equal(4, (await _network.RunAsync($"ec2 describe-client-vpn-routes {of} --query Routes[]"))!.AsArray().Count);
        Assert.Equal(["", "admins"],
            Texts(await _network.RunAsync($"ec2 describe-client-vpn-authorization-rules {of} --query AuthorizationRules[].GroupId")));

        Assert.Equal("ClientVpnEndpointAssociationExists", await _network.ErrorAsync($"ec2 delete-client-vpn-endpoint {of}"));
        foreach (string subnet in new[] { ZoneA, ZoneB })
            await _network.RunAsync($"ec2 delete-client-vpn-route {of} --destination-cidr-block 172.16.0.0/12 --target-vpc-subnet-id {subnet}");
        await _network.RunAsync($"ec2 revoke-client-vpn-ingress {of} --target-network-cidr 10.1.0.0/16 --revoke-all-groups");
        foreach (string association in associations) await _network.RunAsync($"ec2 disassociate-client-vpn-target-network {of} --association-id {association}");
        await UntilAsync("", async () => string.Join(' ', Texts(await _network.RunAsync(
            $"ec2 describe-client-vpn-target-networks {of} --query ClientVpnTargetNetworks[].Status.Code"))));
        Assert.Equal("deleting", await _network.TextAsync("Status.Code", $"ec2 delete-client-vpn-endpoint {of}"));
        await _network.RunAsync($"acm delete-certificate --certificate-arn {certificate}");
    }

    [Fact]
    public async Task A_configuration_and_a_revocation_list_are_exported_as_files()
    {
        using var server = new ServerCertificate();
        string endpoint = await CreateAsync(await ImportAsync(server), "10.204.0.0/22", "--transport-protocol tcp --vpn-port 1194");
        string of = $"--client-vpn-endpoint-id {endpoint}";
        string configuration = await _network.TextAsync("ClientConfiguration", $"ec2 export-client-vpn-client-configuration {of}");
        Assert.Contains($"remote {endpoint}.prod.clientvpn.eu-west-1.amazonaws.com 1194\nremote-random-hostname\n", configuration,
            StringComparison.Ordinal);
        Assert.Contains(server.Certificate.ExportCertificatePem(), configuration, StringComparison.Ordinal);

        string list = server.RevocationList();
        string path = sandbox.Home.Write("revoked.pem", list);
        await _network.RunAsync($"ec2 import-client-vpn-client-certificate-revocation-list {of} --certificate-revocation-list file://{path}");
        JsonNode? exported = await _network.RunAsync($"ec2 export-client-vpn-client-certificate-revocation-list {of}");
        Assert.Equal(list, exported!["CertificateRevocationList"]!.GetValue<string>());
        Assert.Equal("InvalidParameterValue",
            await _network.ErrorAsync($"ec2 import-client-vpn-client-certificate-revocation-list {of} --certificate-revocation-list nothing"));
    }

    [Fact]
    public async Task People_are_seen_and_cut_by_their_connection_and_by_their_name()
    {
        using var server = new ServerCertificate();
        string endpoint = await CreateAsync(await ImportAsync(server), "10.208.0.0/22");
        string of = $"--client-vpn-endpoint-id {endpoint}";
        await _network.RunAsync($"ec2 associate-client-vpn-target-network {of} --subnet-id {ZoneA}");
        await UntilAsync("available", () => _network.TextAsync("ClientVpnEndpoints[0].Status.Code",
            $"ec2 describe-client-vpn-endpoints --client-vpn-endpoint-ids {endpoint}"));
        string alice = sandbox.Server.ClientVpn.Connect(endpoint, "alice");
        for (int i = 0; i < 2; i++) sandbox.Server.ClientVpn.Connect(endpoint, "bob", "bob");
        Assert.Equal(["alice", "bob", "bob"],
            Texts(await _network.RunAsync($"ec2 describe-client-vpn-connections {of} --query Connections[].CommonName")));
        Assert.Equal("terminating", await _network.TextAsync("ConnectionStatuses[0].CurrentStatus.Code",
            $"ec2 terminate-client-vpn-connections {of} --connection-id {alice}"));
        JsonNode? ended = await _network.RunAsync($"ec2 terminate-client-vpn-connections {of} --username bob");
        Assert.Equal(("bob", 2), (ended!["Username"]!.GetValue<string>(), ended["ConnectionStatuses"]!.AsArray().Count));
        await UntilAsync("terminated terminated terminated",
            async () => string.Join(' ',
                Texts(await _network.RunAsync($"ec2 describe-client-vpn-connections {of} --query Connections[].Status.Code"))));
        Assert.Equal("InvalidClientVpnConnection.UserNotFound",
            await _network.ErrorAsync($"ec2 terminate-client-vpn-connections {of} --username bob"));
    }

    [Fact]
    public async Task A_certificate_is_imported_found_and_replaced()
    {
        using ServerCertificate first = new("first.example.com"), second = new("second.example.com");
        string arn = await ImportAsync(first, "--tags", "Key=Name,Value=server");
        Assert.Equal(arn, await ImportAsync(second, "--certificate-arn", arn));
        JsonNode? shown = await _network.RunAsync($"acm describe-certificate --certificate-arn {arn} --query Certificate");
        Assert.Equal(("second.example.com", "IMPORTED", "ISSUED"),
            (shown!["DomainName"]!.GetValue<string>(), shown["Type"]!.GetValue<string>(), shown["Status"]!.GetValue<string>()));
        Assert.Contains(arn, Texts(await _network.RunAsync("acm list-certificates --query CertificateSummaryList[].CertificateArn")));
        Assert.Equal("server", await _network.TextAsync("Tags[0].Value", $"acm list-tags-for-certificate --certificate-arn {arn}"));
        Assert.Equal("ResourceNotFoundException", await _network.ErrorAsync($"acm describe-certificate --certificate-arn {arn}0"));
    }

    private static string[] Texts(JsonNode? list) => [.. list!.AsArray().Select(item => item!.GetValue<string>())];

    // The CLI has no waiter for anything of Client VPN.
    private static Task<string> UntilAsync(string wanted, Func<Task<string>> look) => Poll.UntilAsync($"'{wanted}'", look, seen => seen == wanted);

    private async Task<string> ImportAsync(ServerCertificate certificate, params string[] more)
    {
        certificate.Write(sandbox.Home);
        string file = $"fileb://{Path.Combine(sandbox.Home.Folder, "server")}";
        return await _network.TextAsync("CertificateArn",
            $"acm import-certificate --certificate {file}.crt --certificate-chain {file}.crt --private-key {file}.key", more);
    }

    private Task<string> CreateAsync(string certificate, string clients, string options = "--no-split-tunnel", params string[] more) =>
        _network.TextAsync("ClientVpnEndpointId",
        $"ec2 create-client-vpn-endpoint --client-cidr-block {clients} --server-certificate-arn {certificate} --connection-log-options Enabled=false {options}",
        ["--authentication-options", $"Type=certificate-authentication,MutualAuthentication={{ClientRootCertificateChainArn={certificate}}}", .. more]);
}
