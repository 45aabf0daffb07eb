namespace NetConnect.Tests;

/// <summary>The progress messages, in order. (Progress{T} posts them to other threads.)</summary>
internal sealed class Heard : List<string>, IProgress<string>
{
    public void Report(string value) => Add(value);
}
