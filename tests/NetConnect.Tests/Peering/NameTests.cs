using NetConnect.Peering;

namespace NetConnect.Tests.Peering;

/// <summary>VPCs and peerings given by their Name tag.</summary>
public sealed class NameTests : PeeringTest
{
    [Fact]
    public async Task An_id_is_taken_without_a_call()
    {
        Assert.Equal(A.Id, await VpcName.ResolveAsync(OwnApi, A.Id, CancellationToken.None));
        Assert.Empty(Ec2.Calls);
    }

    [Fact]
    public async Task A_VPC_s_name_gives_its_id()
    {
        A.Name = "apps";

        Assert.Equal(A.Id, await VpcName.ResolveAsync(OwnApi, "apps", CancellationToken.None));
    }

    [Fact]
    public async Task A_name_is_as_EC2_keeps_it_to_the_letter()
    {
        A.Name = "apps";

        NetConnectException error = await RefusedAsync(() => VpcName.ResolveAsync(OwnApi, "Apps", CancellationToken.None));

        Assert.Equal(ErrorIds.VpcNotFound, error.ErrorId);
    }

    [Fact]
    public async Task A_name_that_two_VPCs_have_is_refused_with_their_ids()
    {
        A.Name = "apps";
        Ec2.AddVpc("vpc-0000000c", Own, "eu-west-1", "10.3.0.0/16").Name = "apps";

        NetConnectException error = await RefusedAsync(() => VpcName.ResolveAsync(OwnApi, "apps", CancellationToken.None));

        Assert.Equal((ErrorIds.AmbiguousName, ErrorKind.InvalidInput, "apps"), (error.ErrorId, error.Kind, error.Target));
        Assert.Contains("2 VPCs in eu-west-1 are named 'apps': vpc-0000000a, vpc-0000000c. Give the id.", error.Message);
    }

    [Fact]
    public async Task A_name_that_no_VPC_has_is_refused_with_where_it_was_looked_for()
    {
        NetConnectException error = await RefusedAsync(() => VpcName.ResolveAsync(OwnApi, "nothing", CancellationToken.None));

        Assert.Equal((ErrorIds.VpcNotFound, ErrorKind.NotFound, "nothing"), (error.ErrorId, error.Kind, error.Target));
        Assert.Contains("eu-west-1", error.Message);
    }

    [Theory]
    [InlineData("pcx-1")]
    [InlineData("PCX-00000001")]
    public async Task A_malformed_peering_id_is_refused_before_any_call(string id)
    {
        Assert.Equal(ErrorIds.MalformedId, (await RefusedAsync(() => GetAsync(id))).ErrorId);
        Assert.Empty(Ec2.Calls);
    }

    [Fact]
    public async Task A_peering_is_found_by_its_id_dead_or_alive()
    {
        Existing(PeeringStates.Deleted);

        Assert.Equal(PeeringStates.Deleted, (await GetAsync(Pcx)).Status);
    }

    [Fact]
    public async Task A_peering_is_found_by_the_name_that_a_live_one_has_in_this_account()
    {
        Existing(PeeringStates.Deleted).TagsOf(A)["Name"] = "a-b";
        Existing().TagsOf(A)["Name"] = "a-b";

        Assert.Equal("pcx-00000002", (await GetAsync("a-b")).VpcPeeringConnectionId);
    }

    [Fact]
    public async Task A_name_that_only_the_other_account_gave_is_not_found()
    {
        Existing().TagsOf(B)["Name"] = "a-b";

        Assert.Equal(ErrorIds.PeeringNotFound, (await RefusedAsync(() => GetAsync("a-b"))).ErrorId);
    }

    [Fact]
    public async Task A_name_that_two_live_peerings_have_is_refused_with_their_ids()
    {
        Existing().TagsOf(A)["Name"] = "a-b";
        Ec2.AddPeering(A, Ec2.AddVpc("vpc-0000000c", Own, "eu-west-1", "10.3.0.0/16")).TagsOf(A)["Name"] = "a-b";

        NetConnectException error = await RefusedAsync(() => GetAsync("a-b"));

        Assert.Equal((ErrorIds.AmbiguousName, "a-b"), (error.ErrorId, error.Target));
        Assert.Contains("pcx-00000001, pcx-00000002", error.Message);
    }

    [Fact]
    public async Task A_peering_that_is_not_there_is_refused_with_where_it_was_looked_for()
    {
        NetConnectException error = await RefusedAsync(() => GetAsync("pcx-0000000f"));

        Assert.Equal((ErrorIds.PeeringNotFound, ErrorKind.NotFound, "pcx-0000000f"), (error.ErrorId, error.Kind, error.Target));
        Assert.Contains("eu-west-1", error.Message);
    }

    private Task<VpcPeering> GetAsync(string idOrName) => PeeringName.GetAsync(OwnApi, idOrName, CancellationToken.None);
}
