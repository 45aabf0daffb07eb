using NetConnect.Peering;

namespace NetConnect.Tests.Peering.Fakes;

/// <summary>EC2 in memory: accounts and Regions with VPCs and peerings, what was called, and faults to order.</summary>
internal sealed class FakeEc2
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string, string), FakeVpcApi> _apis = [];
    private int _cutAtWrite;
    private bool _cutAfterEffect;

    public List<FakeVpc> Vpcs { get; } = [];

    public List<FakePeering> Peerings { get; } = [];

    public List<FakeFault> Faults { get; } = [];

    public List<FakeCall> Calls { get; } = [];

    /// <summary>The writes that took effect.</summary>
    public List<string> Effects { get; } = [];

    /// <summary>What a peering is like that is made from now on.</summary>
    public Action<FakePeering> OnCreate { get; set; } = _ => { };

    /// <summary>How often each action was called.</summary>
    public string Counts =>
        string.Join(", ", Calls.GroupBy(call => call.Action).OrderBy(calls => calls.Key).Select(calls => $"{calls.Key} {calls.Count()}"));

    public IEnumerable<FakeCall> Writes => Calls.Where(call => call.IsWrite);

    /// <summary>The one peering that is alive.</summary>
    public FakePeering Live => Assert.Single(Peerings, peering => peering.IsLive);

    public FakeVpcApi Api(string account, string region)
    {
        lock (_gate)
        {
            if (!_apis.TryGetValue((account, region), out FakeVpcApi? api))
                _apis.Add((account, region), api = new FakeVpcApi(this, account, region));
            return api;
        }
    }

    public FakeVpc AddVpc(string id, string account, string region, params string[] cidrs)
    {
        var vpc = new FakeVpc(id, account, region, cidrs);
        Vpcs.Add(vpc);
        return vpc;
    }

    /// <summary>A peering that was there before.</summary>
    public FakePeering AddPeering(FakeVpc requester, FakeVpc accepter, string status = PeeringStates.Active)
    {
        var peering = new FakePeering($"pcx-{Peerings.Count + 1:x8}", requester, accepter) { Status = status };
        Peerings.Add(peering);
        return peering;
    }

    /// <summary>Ends the process at its nth write, before or after the write takes effect.</summary>
    public void CutAtWrite(int number, bool afterEffect) => (_cutAtWrite, _cutAfterEffect) = (Writes.Count() + number, afterEffect);

    /// <summary>Starts a new process.</summary>
    public void Resume() => _cutAtWrite = 0;

    public Task<T> CallAsync<T>(FakeCall call, Func<T> effect, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            lock (_gate)
                return Task.FromResult(Call(call, effect));
        }
        catch (Exception error)
        {
            return Task.FromException<T>(error);
        }
    }

    /// <summary>The peering, where the caller sees it.</summary>
    public FakePeering? Find(string id, FakeVpcApi by, bool isLook = false) =>
        Peerings.Find(peering => peering.Id == id && peering.IsShownTo(by, isLook));

    /// <summary>Everything that a user would look at, to compare two worlds.</summary>
    public string Describe() => string.Join("\n", (object[])[.. Peerings, .. Vpcs.SelectMany(vpc => vpc.Tables)]);

    private T Call<T>(FakeCall call, Func<T> effect)
    {
        int write = Writes.Count() + (call.IsWrite ? 1 : 0);
        bool isCut = _cutAtWrite > 0 && write >= _cutAtWrite;
        bool isLast = isCut && call.IsWrite && write == _cutAtWrite && _cutAfterEffect;
        Calls.Add(call);
        if (isCut && !isLast)
            throw new CutException();
        FakeFault? fault = Faults.Find(one => one.Takes(call));
        if (fault is { AfterEffect: false })
            throw fault.Error;
        T answer = effect();
        if (call.IsWrite)
            Effects.Add(call.ToString());
        if (isLast)
            throw new CutException();
        return fault is null ? answer : throw fault.Error;
    }
}
