namespace NetConnect.Devices;

/// <summary>A tunnel as a device sees it. Times are in seconds.</summary>
internal sealed record DeviceTunnel
{
    /// <summary>1 or 2, by outside address.</summary>
    public required int Number { get; init; }

    /// <summary>A name that no other tunnel of the device has: connection and number.</summary>
    public required string Name { get; init; }

    /// <summary>A number that no other tunnel of the device has, made from the inside address: for interfaces, marks and the like.</summary>
    public required int InterfaceNumber { get; init; }

    /// <summary>AWS's address outside.</summary>
    public required string OutsideAddress { get; init; }

    /// <summary>AWS's address inside: the first usable of the inside CIDR.</summary>
    public required string AwsInside { get; init; }

    /// <summary>The device's address inside: the second usable.</summary>
    public required string DeviceInside { get; init; }

    /// <summary>The length of the inside CIDR's prefix.</summary>
    public required int InsidePrefixLength { get; init; }

    public bool IsIpv6 => DeviceInside.Contains(':');

    /// <summary>The pre-shared key, or words that stand for it.</summary>
    public required string Key { get; init; }

    /// <summary>1 or 2.</summary>
    public required int IkeVersion { get; init; }

    public required DeviceSuite Phase1 { get; init; }

    public required DeviceSuite Phase2 { get; init; }

    public required int Phase1Lifetime { get; init; }

    public required int Phase2Lifetime { get; init; }

    /// <summary>How long before the end of either phase the device renews it.</summary>
    public required int RekeyMargin { get; init; }

    public required int ReplayWindow { get; init; }

    public required int DpdTimeout { get; init; }

    /// <summary>How long a silence the device asks into: thrice within the timeout.</summary>
    public int DpdInterval => DpdTimeout / 3;

    /// <summary>The largest packet, in bytes, that fits whatever is negotiated.</summary>
    public required int Mtu { get; init; }

    /// <summary>The largest TCP segment, in bytes.</summary>
    public int Mss => Mtu - (IsIpv6 ? 60 : 40);

    // The record's own text would show the key.
    public override string ToString() => Name;
}
