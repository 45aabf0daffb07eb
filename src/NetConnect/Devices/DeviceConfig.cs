namespace NetConnect.Devices;

/// <summary>The configuration of a device for both tunnels of a connection.</summary>
/// <param name="Format">The name of the format.</param>
/// <param name="Files">The files, the main one first.</param>
/// <param name="Notes">What the device cannot do, what was left out, and what remains to be done by hand. No secrets.</param>
internal sealed record DeviceConfig(string Format, IReadOnlyList<DeviceFile> Files, IReadOnlyList<string> Notes)
{
    /// <summary>Whether keys are in the files.</summary>
    public bool HoldsKeys { get; init; }

    /// <summary>The outside addresses of the tunnels for whose keys other words stand in the files.</summary>
    public IReadOnlyList<string> MissingKeys { get; init; } = [];

    /// <summary>The name of the format; never the content, which holds keys.</summary>
    public override string ToString() => Format;
}
