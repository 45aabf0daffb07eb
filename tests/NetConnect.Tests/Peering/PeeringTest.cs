using NetConnect.Peering;
using NetConnect.Planning;
using NetConnect.Tests.Peering.Fakes;

namespace NetConnect.Tests.Peering;

/// <summary>Two accounts in two Regions, each with a VPC and its main route table.</summary>
public abstract class PeeringTest
{
    internal const string Own = "111111111111";
    internal const string Peer = "222222222222";
    internal const string Pcx = "pcx-00000001";

    private protected PeeringTest()
    {
        A = Ec2.AddVpc("vpc-0000000a", Own, "eu-west-1", "10.1.0.0/16");
        B = Ec2.AddVpc("vpc-0000000b", Peer, "us-east-1", "10.2.0.0/16");
        Context = new OperationContext(Clock, TimeSpan.FromMinutes(5), Progress);
    }

    internal FakeEc2 Ec2 { get; } = new();

    internal FakeVpc A { get; }

    internal FakeVpc B { get; }

    internal VirtualClock Clock { get; } = new();

    internal Heard Progress { get; } = [];

    internal OperationContext Context { get; set; }

    internal IVpcApi OwnApi => Ec2.Api(A.Account, A.Region);

    internal IVpcApi PeerApi => Ec2.Api(B.Account, B.Region);

    internal PeeringRequest Request => new() { VpcId = A.Id, PeerVpcId = B.Id };

    /// <summary>A request for all that a new peering can have.</summary>
    internal PeeringRequest Whole =>
        Request with { DnsResolution = PeeringSides.Both, Routes = new PeeringRouteRequest(), Tags = Tags("Name", "a-b") };

    internal static Dictionary<string, string> Tags(string key, string value) => new() { [key] = value };

    /// <summary>Plans a new peering from A to B.</summary>
    internal Task<Plan<VpcPeering>> PlanAsync(PeeringRequest request) =>
        Clock.RunAsync(() => new NewPeering(OwnApi, PeerApi, Context).PlanAsync(request, CancellationToken.None));

    /// <summary>Plans and makes a new peering from A to B.</summary>
    internal async Task<VpcPeering?> MakeAsync(PeeringRequest request) => await ApplyAsync(await PlanAsync(request));

    internal Task<T?> ApplyAsync<T>(Plan<T> plan)
        where T : class => Clock.RunAsync(() => plan.ApplyAsync(CancellationToken.None));

    /// <summary>A peering from A to B that was there before.</summary>
    internal FakePeering Existing(string status = PeeringStates.Active) => Ec2.AddPeering(A, B, status);

    /// <summary>What is refused, with nothing written.</summary>
    internal async Task<NetConnectException> RefusedAsync(Func<Task> work)
    {
        var error = await Assert.ThrowsAsync<NetConnectException>(work);
        Assert.Empty(Ec2.Writes);
        return error;
    }
}
