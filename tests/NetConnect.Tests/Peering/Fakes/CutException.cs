namespace NetConnect.Tests.Peering.Fakes;

/// <summary>The process ended here: nothing that it calls is done any more.</summary>
internal sealed class CutException : Exception
{
}
