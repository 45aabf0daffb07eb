using NetConnect.Addressing;
using NetConnect.Peering;
using NetConnect.Tests.Peering.Fakes;

namespace NetConnect.Tests.Peering;

/// <summary>The process ends at every write in turn, before and after it takes effect; the command is run again.</summary>
public sealed class CutTests : PeeringTest
{
    // One is the acceptance that comes too early.
    private const int WritesOfMaking = 13;
    private const int WritesOfRemoving = 8;

    public static TheoryData<int, bool> EveryCut(int writes) =>
        [
            .. from write in Enumerable.Range(1, writes)
               from half in Enumerable.Range(0, 2)
               select new TheoryDataRow<int, bool>(write, half == 1),
        ];

    [Theory]
    [MemberData(nameof(EveryCut), WritesOfMaking)]
    public async Task A_peering_that_was_cut_while_it_was_made_is_completed_by_the_next_run(int write, bool afterEffect)
    {
        Prepare();
        Ec2.CutAtWrite(write, afterEffect);

        await Assert.ThrowsAsync<CutException>(() => MakeAsync(Whole));
        Ec2.Resume();
        VpcPeering? made = await MakeAsync(Whole);

        Assert.Equal(PeeringStates.Active, made!.Status);
        Assert.Equal(await UncutAsync(), Ec2.Describe());
        Assert.Equal(WritesOfMaking - 1, Ec2.Effects.Count);
        Assert.Equal(Ec2.Effects.Count, Ec2.Effects.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(EveryCut), WritesOfRemoving)]
    public async Task A_removal_that_was_cut_is_completed_by_the_next_run(int write, bool afterEffect)
    {
        Prepare();
        await MakeAsync(Whole);
        Ec2.Live.DeletingLooks = 3;
        Ec2.Effects.Clear();
        Ec2.CutAtWrite(write, afterEffect);

        await Assert.ThrowsAsync<CutException>(RemoveAsync);
        Ec2.Resume();
        VpcPeering? removed = await RemoveAsync();

        Assert.Equal(PeeringStates.Deleted, removed!.Status);
        Assert.All(Ec2.Vpcs.SelectMany(vpc => vpc.Tables), table => Assert.Equal("", table.To(Pcx)));
        Assert.Equal(Ec2.Effects.Count, Ec2.Effects.Distinct().Count());

        async Task<VpcPeering?> RemoveAsync()
        {
            var removal = new PeeringRemoval(OwnApi, PeerApi, Context);
            return await ApplyAsync(await removal.PlanAsync(Pcx, PeeringSides.Both, wait: true, CancellationToken.None));
        }
    }

    // Seven routes: two tables for two CIDRs, and one table for three.
    private void Prepare()
    {
        A.Cidrs.Add(Cidr.Parse("100.64.0.0/16"));
        B.Cidrs.Add(Cidr.Parse("2001:db8:2::/56"));
        A.Cidrs.Add(Cidr.Parse("2001:db8:1::/56"));
        A.AddTable("rtb-a2");
        Ec2.OnCreate = peering => (peering.ProvisioningLooks, peering.Hidden[B]) = (2, 2);
    }

    private static async Task<string> UncutAsync()
    {
        var uncut = new CutTests();
        uncut.Prepare();
        await uncut.MakeAsync(uncut.Whole);
        return uncut.Ec2.Describe();
    }
}
