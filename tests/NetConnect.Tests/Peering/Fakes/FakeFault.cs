namespace NetConnect.Tests.Peering.Fakes;

/// <summary>A fault of some calls of one action: instead of their effect, or after it.</summary>
internal sealed class FakeFault(string action, Exception error)
{
    public string Action { get; } = action;

    public Exception Error { get; } = error;

    public bool AfterEffect { get; init; }

    /// <summary>Only calls of this account; null means all.</summary>
    public string? Account { get; init; }

    /// <summary>Only calls about this resource; null means all.</summary>
    public string? Target { get; init; }

    /// <summary>How many calls it still spoils.</summary>
    public int Times { get; set; } = 1;

    public bool Takes(FakeCall call)
    {
        bool fits = Times > 0 && call.Action == Action
            && (Account ?? call.Account) == call.Account && (Target ?? call.Target) == call.Target;
        if (fits)
            Times--;
        return fits;
    }
}
