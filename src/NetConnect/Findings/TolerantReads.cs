namespace NetConnect.Findings;

/// <summary>Reads of an examination that may be forbidden, or be unknown where the calls go: what cannot be read is a finding, and the
/// rest is examined.</summary>
/// <param name="notExamined">Makes the finding from what could not be looked at, and why.</param>
internal sealed class TolerantReads(Func<string, string, VpnFinding> notExamined)
{
    private readonly List<VpnFinding> _findings = [];

    /// <summary>What could not be read so far.</summary>
    public IReadOnlyList<VpnFinding> Findings
    {
        get
        {
            lock (_findings)
                return [.. _findings];
        }
    }

    /// <summary>What a read gives; null where it is refused.</summary>
    public async Task<T?> TryAsync<T>(string subject, Task<T> read)
        where T : class?
    {
        try
        {
            return await read.ConfigureAwait(false);
        }
        catch (NetConnectException error) when (error.ErrorId is ErrorIds.NotAuthorized or ErrorIds.RequestRefused)
        {
            Add(subject, error.Message);
            return null;
        }
    }

    /// <summary>Takes in what could not be looked at for another reason.</summary>
    public void Add(string subject, string evidence)
    {
        lock (_findings)
            _findings.Add(notExamined(subject, evidence));
    }
}
