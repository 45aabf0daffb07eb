namespace NetConnect.Devices;

/// <summary>A file for a device.</summary>
internal sealed record DeviceFile
{
    public DeviceFile(string name, string text)
    {
        Name = name;
        // The templates have the line ends of the source file, which a checkout may change.
        Text = text.Replace("\r\n", "\n").TrimEnd('\n') + "\n";
    }

    /// <summary>The name, without a folder.</summary>
    public string Name { get; }

    /// <summary>The content, which may hold keys. Lines end in a line feed.</summary>
    public string Text { get; }

    /// <summary>Whether it is a program for the device to run.</summary>
    public bool IsScript => Text.StartsWith("#!", StringComparison.Ordinal);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
