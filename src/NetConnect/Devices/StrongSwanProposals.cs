namespace NetConnect.Devices;

/// <summary>Proposals as strongSwan writes them (strongSwan documentation, "IKEv2 Cipher Suites").</summary>
internal static class StrongSwanProposals
{
    public static string Phase1(DeviceTunnel tunnel)
    {
        DeviceSuite suite = tunnel.Phase1;
        // IKEv1 strips all but the first algorithm of each sort from a proposal, so each combination is one.
        if (tunnel.IkeVersion == 1) return string.Join(",", suite.Phase1Combinations.Select(c => $"{c.Cipher}-{c.Integrity}-{c.Group}"));
        IEnumerable<DeviceAlgorithm> prfs = suite.Integrities.Select(integrity => integrity with { Word = $"prf{integrity}" });
        return Join(
            suite.Gcm.Count == 0 ? null : [.. suite.Gcm, .. prfs, .. suite.Groups],
            suite.Cbc.Count == 0 ? null : [.. suite.Cbc, .. suite.Integrities, .. suite.Groups]);
    }

    public static string Phase2(DeviceTunnel tunnel)
    {
        DeviceSuite suite = tunnel.Phase2;
        return tunnel.IkeVersion == 1
            ? Join([.. suite.Phase2Combinations.Select(c => new[] { c.Cipher, c.Integrity, c.Group }.OfType<DeviceAlgorithm>().ToArray())])
            : Join(
                suite.Gcm.Count == 0 ? null : [.. suite.Gcm, .. suite.Groups],
                suite.Cbc.Count == 0 ? null : [.. suite.Cbc, .. suite.Integrities, .. suite.Groups]);
    }

    private static string Join(params DeviceAlgorithm[]?[] proposals) =>
        string.Join(",", proposals.OfType<DeviceAlgorithm[]>().Select(algorithms => string.Join("-", algorithms.Select(a => a.Word))));
}
