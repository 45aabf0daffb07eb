namespace NetConnect.Devices;

/// <summary>What a device proposes in one phase: what the tunnel allows and the device has, the strongest first.</summary>
internal sealed record DeviceSuite(
    IReadOnlyList<DeviceAlgorithm> Ciphers, IReadOnlyList<DeviceAlgorithm> Integrities, IReadOnlyList<DeviceAlgorithm> Groups)
{
    // AWS allows its lists in any combination, so any one of these would do. With more, IKEv1's first message would not fit a packet.
    private const int MostCombinations = 8;

    /// <summary>The ciphers that protect integrity themselves; they must be proposed apart from the others (RFC 7296, 3.3).</summary>
    public IReadOnlyList<DeviceAlgorithm> Gcm => [.. Ciphers.Where(cipher => cipher.IsGcm)];

    public IReadOnlyList<DeviceAlgorithm> Cbc => [.. Ciphers.Where(cipher => !cipher.IsGcm)];

    /// <summary>The strongest few combinations for phase 1.</summary>
    public IReadOnlyList<DeviceCombination> Phase1Combinations => Combine(withIntegrity: _ => true);

    /// <summary>The strongest few combinations for phase 2.</summary>
    public IReadOnlyList<DeviceCombination> Phase2Combinations => Combine(withIntegrity: cipher => !cipher.IsGcm);

    /// <summary>The same with the strongest group only, for devices that take one.</summary>
    public DeviceSuite WithOneGroup => this with { Groups = [Groups[0]] };

    private IReadOnlyList<DeviceCombination> Combine(Func<DeviceAlgorithm, bool> withIntegrity)
    {
        IEnumerable<DeviceCombination> all =
            from cipher in Ciphers
            from integrity in withIntegrity(cipher) ? Integrities.Cast<DeviceAlgorithm?>() : [null]
            from dhGroup in Groups
            select new DeviceCombination(cipher, integrity, dhGroup);
        return [.. all.Take(MostCombinations)];
    }
}
