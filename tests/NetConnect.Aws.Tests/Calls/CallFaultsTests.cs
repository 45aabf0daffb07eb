using Amazon.EC2;
using Amazon.Runtime;
using NetConnect.Aws.Calls;
using NetConnect.Aws.Tests.Hosting;

namespace NetConnect.Aws.Tests.Calls;

/// <summary>What AWSSDK really throws, over real HTTP.</summary>
public sealed class CallFaultsTests
{
    [Theory]
    [InlineData(500, "<!doctype html><html><title>500</title></html>")]
    [InlineData(200, "<!doctype html><html><title>Log in</title></html>")]
    [InlineData(200, "{}")]
    [InlineData(404, "not here")]
    public async Task A_body_that_is_not_an_AWS_answer_is_unreadable(int status, string body)
    {
        using var endpoint = new StubEndpoint(_ => (status, body));
        Assert.Equal(ErrorIds.UnreadableAnswer, (await DescribeAsync(endpoint.Url)).ErrorId);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://nowhere.invalid/")]
    public async Task An_endpoint_that_is_down_or_has_no_address_is_unreachable(string url) =>
        Assert.Equal(ErrorIds.EndpointUnreachable, (await DescribeAsync(new Uri(url))).ErrorId);

    [Fact]
    public async Task A_throttling_answer_is_known_by_its_code()
    {
        using var endpoint = new StubEndpoint(_ => Ec2Error(503, "RequestLimitExceeded"));
        Assert.Equal(ErrorIds.Throttled, (await DescribeAsync(endpoint.Url)).ErrorId);
        Assert.Equal(8, endpoint.Requests.Count);
    }

    [Fact]
    public async Task A_refusal_is_sent_once()
    {
        using var endpoint = new StubEndpoint(_ => Ec2Error(400, "InvalidVpcID.NotFound"));
        Assert.Equal(ErrorIds.VpcNotFound, (await DescribeAsync(endpoint.Url)).ErrorId);
        Assert.Single(endpoint.Requests);
    }

    private static (int, string) Ec2Error(int status, string code) =>
        (status, $"<Response><Errors><Error><Code>{code}</Code><Message>said</Message></Error></Errors><RequestID>r</RequestID></Response>");

    private static async Task<NetConnectException> DescribeAsync(Uri url)
    {
        using var ec2 = new AmazonEC2Client(new BasicAWSCredentials("AKIA", "s"), new AwsLocation("eu-west-1", url).Configure<AmazonEC2Config>());
        return await Assert.ThrowsAsync<NetConnectException>(() => new AwsCalls(new VirtualClock()).InvokeAsync(
            "DescribeVpcs", CallSafety.Repeatable, ct => ec2.DescribeVpcsAsync(ct), TestContext.Current.CancellationToken));
    }
}
