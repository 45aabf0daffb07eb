namespace NetConnect;

/// <summary>A file of a device's configuration.</summary>
public sealed record VpnDeviceConfigFile
{
    /// <summary>The name by which the other files and the notes call it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where it was written; null where it is text only.</summary>
    public string? Path { get; init; }

    /// <summary>The content; null where it was written, so that keys stay where they belong.</summary>
    public string? Text { get; init; }

    /// <summary>The path, or the name.</summary>
    public override string ToString() => Path ?? Name;
}
