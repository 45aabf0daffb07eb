namespace NetConnect.Devices;

/// <summary>What a device calls AWS's algorithms. What is not listed it does not have.</summary>
internal sealed record DeviceVocabulary
{
    /// <summary>The device's name for people.</summary>
    public required string Device { get; init; }

    public required IReadOnlyDictionary<string, string> Phase1Ciphers { get; init; }

    public required IReadOnlyDictionary<string, string> Phase2Ciphers { get; init; }

    public required IReadOnlyDictionary<string, string> Phase1Integrities { get; init; }

    public required IReadOnlyDictionary<string, string> Phase2Integrities { get; init; }

    public required IReadOnlyDictionary<int, string> Phase1Groups { get; init; }

    public required IReadOnlyDictionary<int, string> Phase2Groups { get; init; }

    /// <summary>Whether the device still speaks IKEv1.</summary>
    public bool HasIkev1 { get; init; } = true;

    /// <summary>The phase 2 groups that it has with IKEv2 only.</summary>
    public IReadOnlyList<int> Ikev2OnlyPhase2Groups { get; init; } = [];

    /// <summary>Whether its format is written for IPv6 inside tunnels, too.</summary>
    public bool HasIpv6Inside { get; init; }
}
