namespace NetConnect.Tests.Peering.Fakes;

/// <summary>One call of the port.</summary>
internal sealed record FakeCall(string Account, string Region, string Action, string Target, bool IsWrite)
{
    public override string ToString() => $"{Action} {Target} by {Account} in {Region}";
}
