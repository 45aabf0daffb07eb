using System.Net;

namespace NetConnect.Sandbox.Tests;

public sealed class AuthenticationTests : SandboxTest
{
    [Fact]
    public async Task A_signed_request_is_answered_as_the_account_of_its_key()
    {
        var answer = await PartnerUs.StsAsync("GetCallerIdentity");
        Assert.Equal(Partner, answer.Descendants("Account").Single().Value);
        Assert.Equal("arn:aws:iam::222222222222:user/partner", answer.Descendants("Arn").Single().Value);
    }

    [Fact]
    public async Task An_unknown_key_is_refused_by_each_service_in_its_own_words()
    {
        var nobody = new SandboxClient(Server.Endpoint, "eu-west-1", "NOBODY", "secret");
        Assert.Equal("AuthFailure", await nobody.ErrorAsync("DescribeVpcs"));
        Assert.Equal("InvalidClientTokenId", await nobody.StsErrorAsync("GetCallerIdentity"));
    }

    [Fact]
    public async Task A_wrong_secret_does_not_match()
    {
        var forger = new SandboxClient(Server.Endpoint, "eu-west-1", Server.Accounts[0].AccessKeyId!, "wrong");
        Assert.Equal("SignatureDoesNotMatch", await forger.ErrorAsync("DescribeVpcs"));
    }

    [Theory]
    [InlineData(-6)]
    [InlineData(6)]
    public async Task A_request_signed_more_than_five_minutes_away_has_expired(int minutes)
    {
        var late = new SandboxClient(Server.Endpoint, "eu-west-1", Server.Accounts[0].AccessKeyId!, Server.Accounts[0].SecretAccessKey!)
        {
            ClockSkew = TimeSpan.FromMinutes(minutes),
        };
        Assert.Equal("RequestExpired", await late.ErrorAsync("DescribeVpcs"));
    }

    [Fact]
    public async Task An_unknown_action_is_invalid()
    {
        Assert.Equal("InvalidAction", await Network.ErrorAsync("MakeCoffee"));
        Assert.Equal("InvalidAction", await Network.StsErrorAsync("MakeCoffee"));
    }

    [Fact]
    public async Task An_unsigned_request_has_no_token()
    {
        using var http = new HttpClient();
        using var response = await http.GetAsync(new Uri(Server.Endpoint, "?Action=DescribeVpcs&Version=2016-11-15"),
            TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("MissingAuthenticationToken", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_any_key_will_do_an_unknown_one_is_the_first_accounts()
    {
        using var server = SandboxServer.Start(new SandboxOptions { Authentication = SandboxAuthentication.Any });
        var anybody = new SandboxClient(server.Endpoint, "eu-west-1", "testing", "testing");
        Assert.Equal("111111111111", (await anybody.StsAsync("GetCallerIdentity")).Descendants("Account").Single().Value);
        Assert.Equal(2, (await anybody.CallAsync("DescribeVpcs")).Descendants("vpcId").Count());
    }

    [Fact]
    public async Task A_region_that_the_account_has_not_opted_in_to_refuses_the_credentials()
    {
        Assert.Equal("AuthFailure", await Network.In("af-south-1").ErrorAsync("DescribeVpcs"));
    }
}
