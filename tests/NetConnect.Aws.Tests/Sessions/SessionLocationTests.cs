using Amazon.Runtime.Endpoints;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using NetConnect.Aws.Certificates;
using NetConnect.Aws.Tests.Hosting;

namespace NetConnect.Aws.Tests.Sessions;

/// <summary>In which Region, and at which endpoint.</summary>
[Collection(OneEnvironment.Name)]
public sealed class SessionLocationTests
{
    private const string Keys = "aws_access_key_id=AKIA\naws_secret_access_key=s\n";

    [Theory]
    [InlineData("us-west-1", "eu-west-1", "eu-west-2", "eu-west-3", "us-west-1")]
    [InlineData(null, "eu-west-1", "eu-west-2", "eu-west-3", "eu-west-1")]
    [InlineData(null, null, "eu-west-2", "eu-west-3", "eu-west-2")]
    [InlineData(null, null, null, "eu-west-3", "eu-west-3")]
    public void The_Region_comes_from_the_request_then_the_profile_then_the_default_then_the_environment(
        string? requested, string? ofProfile, string? byDefault, string environment, string expected)
    {
        using var files = new SharedFiles("[profile a]\n" + Keys + (ofProfile is null ? "" : $"region={ofProfile}\n"));
        files.Set("AWS_REGION", environment);
        Assert.Equal(expected, AwsSessions.Open(new() { ProfileName = "a", Region = requested, DefaultRegion = byDefault }).Region);
    }

    [Fact]
    public void The_default_profile_gives_the_Region_after_the_environment()
    {
        using var files = new SharedFiles("[default]\nregion=eu-north-1\n" + Keys);
        Assert.Equal("eu-north-1", AwsSessions.Open(new()).Region);
        files.Set("AWS_DEFAULT_REGION", "eu-south-1");
        Assert.Equal("eu-south-1", AwsSessions.Open(new()).Region);
    }

    [Theory]
    [InlineData("us-east-1", "https://sts.us-east-1.amazonaws.com/")]
    [InlineData("eu-west-1", "https://sts.eu-west-1.amazonaws.com/")]
    [InlineData("us-gov-west-1", "https://sts.us-gov-west-1.amazonaws.com/")]
    [InlineData("cn-north-1", "https://sts.cn-north-1.amazonaws.com.cn/")]
    public void STS_is_the_Regions_own_in_its_partition(string region, string url)
    {
        using var files = new SharedFiles();
        var config = new AwsLocation(region).Configure<AmazonSecurityTokenServiceConfig>();
        Assert.Equal(url, config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(new AssumeRoleRequest())).URL);
    }

    [Fact]
    public async Task The_endpoint_of_a_profile_serves_the_role_and_the_calls_of_it()
    {
        using var sts = new StubEndpoint(request => StsAnswers.Any(request, DateTime.UtcNow));
        using var files = new SharedFiles(
            $"[profile base]\n{Keys}[profile a]\nregion=eu-west-2\n"
                + $"role_arn=arn:aws:iam::222222222222:role/r\nsource_profile=base\nendpoint_url={sts.Url}\n");
        NetConnectSession session = AwsSessions.Open(new() { ProfileName = "a" });
        await session.IdentifyAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["AssumeRole", "GetCallerIdentity"], sts.Requests.Select(request => request.Action));
        Assert.All(sts.Requests, request => Assert.Equal("eu-west-2", request.Region));
        Assert.Equal(sts.Url, session.EndpointUrl);
    }

    [Fact]
    public async Task The_endpoint_of_the_environment_comes_before_the_profiles_and_the_requests_before_both()
    {
        using var wanted = new StubEndpoint(request => StsAnswers.Any(request, DateTime.UtcNow));
        using var files = new SharedFiles("[profile a]\nregion=eu-west-2\nendpoint_url=http://127.0.0.1:1\n" + Keys);
        files.Set("AWS_ENDPOINT_URL", wanted.Url.AbsoluteUri);
        await AwsSessions.Open(new() { ProfileName = "a" }).IdentifyAsync(TestContext.Current.CancellationToken);
        files.Set("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
        await AwsSessions.Open(new() { ProfileName = "a", EndpointUrl = wanted.Url }).IdentifyAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, wanted.Requests.Count);
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL")]
    [InlineData("AWS_ENDPOINT_URL_ACM")]
    public void ACM_is_called_where_the_environment_says_so(string variable)
    {
        using var files = new SharedFiles();
        files.Set(variable, "http://127.0.0.1:1/");
        Assert.Equal("http://127.0.0.1:1/", new AwsLocation("eu-west-1").Configure<AcmConfig>().ServiceURL);
    }
}
