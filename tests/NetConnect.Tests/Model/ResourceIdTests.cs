namespace NetConnect.Tests.Model;

public sealed class ResourceIdTests
{
    [Theory]
    [InlineData("vpc", "vpc-0123456789abcdef0")]
    [InlineData("vpc", "vpc-1a2b3c4d")]
    [InlineData("pcx", "pcx-0fedcba9876543210")]
    public void Ids_of_eight_or_seventeen_digits_pass(string prefix, string id) => Assert.Equal(id, ResourceId.Check(prefix, id));

    [Theory]
    [InlineData("vpc-")]
    [InlineData("vpc-1a2b3c4")]
    [InlineData("vpc-1a2b3c4d5")]
    [InlineData("vpc-0123456789abcdef01")]
    [InlineData("vpc-0123456789ABCDEF0")]
    [InlineData("VPC-1a2b3c4d")]
    [InlineData("vpc-1a2b3c4g")]
    [InlineData("vpc-1a2b3c4d ")]
    [InlineData("vpc-1a2b3c4d\n")]
    [InlineData("xvpc-1a2b3c4d")]
    [InlineData("pcx-1a2b3c4d")]
    [InlineData("")]
    public void Other_text_is_refused_with_the_form_it_should_have(string text)
    {
        NetConnectException error = Assert.Throws<NetConnectException>(() => ResourceId.Check("vpc", text));

        Assert.Equal((ErrorIds.MalformedId, ErrorKind.InvalidInput, text), (error.ErrorId, error.Kind, error.Target));
        Assert.Contains("vpc-0123456789abcdef0", error.Message);
    }

    [Theory]
    [InlineData("vpc-nonsense", true)]
    [InlineData("VPC-1A2B3C4D", true)]
    [InlineData("vpc", false)]
    [InlineData("production", false)]
    [InlineData("my-vpc-1a2b3c4d", false)]
    public void A_text_that_begins_like_an_id_claims_to_be_one(string text, bool claims) =>
        Assert.Equal(claims, ResourceId.HasPrefix("vpc", text));
}
