namespace NetConnect.Sandbox.Tests;

public sealed class ServerTests
{
    [Fact]
    public void The_default_seed_has_two_accounts_with_keys_and_roles()
    {
        using var server = SandboxServer.Start();
        Assert.Equal(["111111111111", "222222222222"], server.Accounts.Select(account => account.AccountId));
        Assert.All(server.Accounts, account => Assert.Equal($"arn:aws:iam::{account.AccountId}:role/NetConnect", account.RoleArn));
        Assert.Equal("127.0.0.1", server.Endpoint.Host);
    }

    [Fact]
    public void Only_a_stepped_clock_can_be_advanced()
    {
        using var server = SandboxServer.Start();
        Assert.Throws<InvalidOperationException>(() => server.Advance(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void A_port_that_is_taken_is_told()
    {
        using var server = SandboxServer.Start();
        Assert.Throws<IOException>(() => SandboxServer.Start(new SandboxOptions { Port = server.Endpoint.Port }));
    }

    [Fact]
    public async Task A_stopped_sandbox_refuses_connections()
    {
        var server = SandboxServer.Start();
        server.Stop();
        server.Stop();
        using var http = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(server.Endpoint, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{ "accounts": [] }""")]
    [InlineData("""{ "accounts": [ { "id": "12" } ] }""")]
    [InlineData("""{ "accounts": [ { "id": "111111111111", "quotas": { "unicorns": 1 } } ] }""")]
    [InlineData("""{ "accounts": [ { "id": "111111111111", "vpcs": [ { "region": "mars-1", "cidrs": [ "10.0.0.0/16" ] } ] } ] }""")]
    [InlineData("""{ "accounts": [ { "id": "111111111111", "vpcs": [ { "region": "eu-west-1", "cidrs": [ "10.0.0.0" ] } ] } ] }""")]
    public void A_seed_that_makes_no_sense_is_refused(string json) =>
        Assert.Throws<FormatException>(() => SandboxServer.Start(new SandboxOptions { SeedJson = json }));

    [Fact]
    public async Task A_seed_sets_quotas_and_vpcs()
    {
        const string Seed = """
            { "accounts": [ { "id": "333333333333", "quotas": { "vpcsPerRegion": 1 },
              "users": [ { "name": "u", "accessKeyId": "K", "secretAccessKey": "S" } ],
              "vpcs": [ { "region": "eu-west-1", "cidrs": [ "10.0.0.0/16", "2001:db8:1::/56" ], "name": "only", "tags": { "Team": "x" },
                          "subnets": [ { "cidr": "10.0.0.0/24", "zone": "c" } ] } ] } ] }
            """;
        using var server = SandboxServer.Start(new SandboxOptions { SeedJson = Seed });
        var client = new SandboxClient(server.Endpoint, "eu-west-1", "K", "S");
        Assert.Equal("VpcLimitExceeded", await client.ErrorAsync("CreateVpc", ("CidrBlock", "10.9.0.0/16")));
        Assert.Equal("eu-west-1c", (await client.CallAsync("DescribeSubnets")).Descendants("availabilityZone").Single().Value);
    }

    [Fact]
    public async Task Many_requests_at_once_are_all_answered()
    {
        using var server = SandboxServer.Start();
        var client = new SandboxClient(server.Endpoint, "eu-west-1", server.Accounts[0].AccessKeyId!, server.Accounts[0].SecretAccessKey!);
        await Task.WhenAll(Enumerable.Range(10, 60).Select(i => client.CallAsync("CreateVpc", ("CidrBlock", $"10.{i}.0.0/16"))));
        Assert.Equal(62, (await client.CallAsync("DescribeVpcs")).Element("vpcSet")!.Elements().Count());
    }

    [Fact]
    public async Task A_client_that_asks_before_it_sends_its_body_is_told_to_go_on()
    {
        using var server = SandboxServer.Start(new SandboxOptions { Authentication = SandboxAuthentication.Any });
        using var http = new HttpClient();
        http.DefaultRequestHeaders.ExpectContinue = true;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["Action"] = "DescribeRegions", ["Version"] = "2016-11-15" });
        using HttpResponseMessage response = await http.PostAsync(server.Endpoint, form, TestContext.Current.CancellationToken);
        Assert.Contains("eu-west-1", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
