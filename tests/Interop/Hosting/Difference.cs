namespace NetConnect.Interop.Tests.Hosting;

/// <summary>A field in which two endpoints answered the same call differently.</summary>
internal sealed record Difference(string Call, string Field, string Moto, string Sandbox)
{
    public override string ToString() => $"| {Call} | {Field} | {Moto} | {Sandbox} |";
}
