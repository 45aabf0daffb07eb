using System.Collections;
using System.Management.Automation;
using NetConnect.Planning;
using NetConnect.Waiting;

namespace NetConnect.PowerShell;

/// <summary>A cmdlet about VPC peerings: two sides, and one plan for each record.</summary>
/// <typeparam name="T">What one record gives.</typeparam>
public abstract class PeeringCmdlet<T> : PeerConnectedCmdlet
    where T : class
{
    private RecordWork<T>? _work;
    private ProgressReport? _progress;

    /// <summary>How many records are changed at the same time.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 32;

    /// <summary>One plan for each thing that the present record names, and what the thing is: equal things are worked on one after the other.</summary>
    /// <remarks>Called once for each record. The plans run later, so they must take the parameters' values now.</remarks>
    private protected abstract IEnumerable<(string Key, Func<CancellationToken, Task<Plan<T>>> PlanAsync)> Plans();

    private protected IVpcApi Own => ResolveSession().Connection.Vpcs;

    private protected IVpcApi Peer => ResolvePeerSession().Connection.Vpcs;

    private protected OperationContext Context(int timeoutSeconds) => new(SystemClock.Instance, TimeSpan.FromSeconds(timeoutSeconds), _progress);

    /// <inheritdoc/>
    protected sealed override Task BeginAsync(CancellationToken cancellationToken)
    {
        _progress = new ProgressReport(this, MyInvocation.MyCommand.Name);
        _work = new RecordWork<T>(this, _progress, ThrottleLimit);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected sealed override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach ((string key, Func<CancellationToken, Task<Plan<T>>> planAsync) in Plans())
            await _work!.AddAsync(key, planAsync, cancellationToken);
    }

    /// <inheritdoc/>
    protected sealed override Task EndAsync(CancellationToken cancellationToken) => _work!.EndAsync(cancellationToken);

    // The same link, whichever side is named first.
    private protected static string PairKey(string vpcId, string peerVpcId) =>
        string.CompareOrdinal(vpcId, peerVpcId) < 0 ? $"{vpcId} {peerVpcId}" : $"{peerVpcId} {vpcId}";

    private protected static IReadOnlyDictionary<string, string> ToTags(Hashtable? tags) =>
        tags?.Cast<DictionaryEntry>().ToDictionary(tag => $"{tag.Key}", tag => $"{tag.Value}") ?? [];
}
