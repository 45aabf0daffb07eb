namespace NetConnect.Devices;

/// <summary>The IKE part of a Cisco IOS XE configuration.</summary>
internal static class CiscoIosPhase1
{
    public static string Write(DevicePlan plan)
    {
        // IKEv1 policies belong to the device: those that both tunnels have stand there once.
        IEnumerable<string> policies = plan.Tunnels
            .Where(tunnel => tunnel.IkeVersion == 1)
            .SelectMany(tunnel => tunnel.Phase1.Phase1Combinations.Select(c => Policy(tunnel, c)))
            .Distinct()
            .Select((policy, i) => $"crypto isakmp policy {100 + i}\n{policy}");
        return string.Join("\n", policies.Concat(plan.Tunnels.Select(t => t.IkeVersion == 2 ? Ikev2(plan, t) : Ikev1(plan, t))));
    }

    private static string Ikev2(DevicePlan plan, DeviceTunnel tunnel) =>
        $"""
        {string.Join("\n", Proposals(tunnel).Select(proposal => proposal.Text))}
        crypto ikev2 policy {tunnel.Name}
         match address local {plan.LocalAddress}
        {string.Join("\n", Proposals(tunnel).Select(proposal => $" proposal {proposal.Name}"))}
        crypto ikev2 keyring {tunnel.Name}
         peer aws
          address {tunnel.OutsideAddress}
          pre-shared-key {tunnel.Key}
        crypto ikev2 profile {tunnel.Name}
         match address local {plan.LocalAddress}
         match identity remote address {tunnel.OutsideAddress} 255.255.255.255
         identity local address {plan.LocalId}
         authentication remote pre-share
         authentication local pre-share
         keyring local {tunnel.Name}
         lifetime {tunnel.Phase1Lifetime}
         dpd {tunnel.DpdInterval} 3 periodic
        """;

    // GCM and CBC may not stand in one proposal: the former has a PRF where the latter has an integrity algorithm.
    private static IEnumerable<(string Name, string Text)> Proposals(DeviceTunnel tunnel)
    {
        if (tunnel.Phase1.Gcm.Count > 0) yield return Proposal(tunnel, "gcm", tunnel.Phase1.Gcm, "prf");
        if (tunnel.Phase1.Cbc.Count > 0) yield return Proposal(tunnel, "cbc", tunnel.Phase1.Cbc, "integrity");
    }

    private static (string Name, string Text) Proposal(
        DeviceTunnel tunnel, string mode, IReadOnlyList<DeviceAlgorithm> ciphers, string hash) => (
        $"{tunnel.Name}-{mode}",
        $"""
        crypto ikev2 proposal {tunnel.Name}-{mode}
         encryption {string.Join(" ", ciphers)}
         {hash} {string.Join(" ", tunnel.Phase1.Integrities)}
         group {string.Join(" ", tunnel.Phase1.Groups)}
        """);

    private static string Ikev1(DevicePlan plan, DeviceTunnel tunnel) =>
        $"""
        crypto keyring {tunnel.Name}
         local-address {plan.LocalAddress}
         pre-shared-key address {tunnel.OutsideAddress} key {tunnel.Key}
        crypto isakmp profile {tunnel.Name}
         keyring {tunnel.Name}
         self-identity address
         match identity address {tunnel.OutsideAddress} 255.255.255.255
         local-address {plan.LocalAddress}
        crypto isakmp keepalive {tunnel.DpdInterval} 3 periodic
        """;

    private static string Policy(DeviceTunnel tunnel, DeviceCombination combination) =>
        $"""
         encryption aes {combination.Cipher.KeyBits}
         hash {(combination.Integrity!.Name == "SHA1" ? "sha" : combination.Integrity.Word)}
         authentication pre-share
         group {combination.Group}
         lifetime {tunnel.Phase1Lifetime}
        """;
}
