using NetConnect.Addressing;
using static NetConnect.SiteToSite.VpnTunnelOptionValues;

namespace NetConnect.SiteToSite;

/// <summary>What EC2 would refuse in tunnel options, or what could never negotiate, found before anything is written.</summary>
/// <remarks>The limits are those of the EC2 API reference (VpnTunnelOptionsSpecification) and of the Site-to-Site VPN guide (tunnel options,
/// tunnel initiation). Lifecycle control has no rule: either value goes with everything.</remarks>
internal static class VpnTunnelOptionRules
{
    /// <summary>Checks the options of a connection's tunnels, also against each other.</summary>
    /// <exception cref="NetConnectException">A rule is broken.</exception>
    public static void CheckAll(IReadOnlyList<VpnTunnelOption> tunnels, VpnTunnelOptionContext? context = null)
    {
        if (tunnels.Count > 2)
            throw Broken("Tunnels", $"{tunnels.Count} option sets", "a connection has two tunnels", "Give one set of options per tunnel.");
        context ??= new VpnTunnelOptionContext();
        List<Cidr> taken = [.. context.InsideCidrsInUse];
        foreach (VpnTunnelOption tunnel in tunnels)
        {
            Check(tunnel, context with { InsideCidrsInUse = taken });
            foreach (string? cidr in new[] { tunnel.TunnelInsideCidr, tunnel.TunnelInsideIpv6Cidr })
                if (cidr is not null) taken.Add(Cidr.Parse(cidr));
        }
    }

    /// <summary>Checks the options of one tunnel.</summary>
    /// <exception cref="NetConnectException">A rule is broken: <see cref="ErrorIds.VpnOptionInvalid"/>, <see cref="ErrorIds.InsideCidrInUse"/>
    /// or <see cref="ErrorIds.PreSharedKeyInvalid"/>. The message names the option, its value, what is allowed, and the way out.</exception>
    public static void Check(VpnTunnelOption option, VpnTunnelOptionContext? context = null)
    {
        context ??= new VpnTunnelOptionContext();
        VpnInsideCidrRules.Check(option, context);
        VpnLogRules.CheckValues(option);
        CheckValues(option);
        // From here on what counts is what the tunnel will have.
        VpnTunnelOption whole = context.Current is { } current ? option.Over(current) : option;
        CheckTogether(whole, context);
        VpnLogRules.CheckTogether(whole);
        if (option.PreSharedKey is { } key) PreSharedKeys.Check(key);
    }

    internal static NetConnectException Broken(string name, object value, string allowed, string wayOut) =>
        new(ErrorIds.VpnOptionInvalid, ErrorKind.InvalidInput, $"{name} cannot be {value}: {allowed}. {wayOut}", $"{value}");

    private static void CheckValues(VpnTunnelOption option)
    {
        Each(nameof(option.IkeVersions), option.IkeVersions, IkeVersions);
        Each(nameof(option.Phase1EncryptionAlgorithms), option.Phase1EncryptionAlgorithms, EncryptionAlgorithms);
        Each(nameof(option.Phase2EncryptionAlgorithms), option.Phase2EncryptionAlgorithms, EncryptionAlgorithms);
        Each(nameof(option.Phase1IntegrityAlgorithms), option.Phase1IntegrityAlgorithms, IntegrityAlgorithms);
        Each(nameof(option.Phase2IntegrityAlgorithms), option.Phase2IntegrityAlgorithms, IntegrityAlgorithms);
        Each(nameof(option.Phase1DHGroupNumbers), option.Phase1DHGroupNumbers, Phase1DHGroupNumbers);
        Each(nameof(option.Phase2DHGroupNumbers), option.Phase2DHGroupNumbers, Phase2DHGroupNumbers);
        Within(nameof(option.Phase1LifetimeSeconds), option.Phase1LifetimeSeconds, 900, 28800);
        Within(nameof(option.Phase2LifetimeSeconds), option.Phase2LifetimeSeconds, 900, 3600);
        Within(nameof(option.RekeyMarginTimeSeconds), option.RekeyMarginTimeSeconds, 60, 1800);
        Within(nameof(option.RekeyFuzzPercentage), option.RekeyFuzzPercentage, 0, 100);
        Within(nameof(option.ReplayWindowSize), option.ReplayWindowSize, 64, 2048);
        if (option.DpdTimeoutSeconds < 30)
            throw Broken(
                nameof(option.DpdTimeoutSeconds), option.DpdTimeoutSeconds, "EC2 takes 30 seconds or more", "Give 30, or leave it to AWS.");
        OneOf(nameof(option.DpdTimeoutAction), option.DpdTimeoutAction, DpdTimeoutActions);
        OneOf(nameof(option.StartupAction), option.StartupAction, StartupActions);
    }

    private static void CheckTogether(VpnTunnelOption option, VpnTunnelOptionContext context)
    {
        int phase1 = option.Phase1LifetimeSeconds ?? DefaultPhase1LifetimeSeconds;
        int phase2 = option.Phase2LifetimeSeconds ?? DefaultPhase2LifetimeSeconds;
        if (phase2 >= phase1)
            throw Broken(nameof(option.Phase2LifetimeSeconds), phase2, $"it must be less than Phase1LifetimeSeconds, {phase1}",
                "Shorten phase 2 or lengthen phase 1.");
        int margin = option.RekeyMarginTimeSeconds ?? DefaultRekeyMarginTimeSeconds;
        if (margin * 2 > phase2)
            throw Broken(nameof(option.RekeyMarginTimeSeconds), margin, $"it may be half of Phase2LifetimeSeconds at most, {phase2 / 2}",
                "Shorten the margin or lengthen phase 2.");

        bool ikev2 = option.IkeVersions?.Contains("ikev2") ?? true;
        // Only where nothing is left to negotiate: next to a CBC cipher, or with IKEv2 allowed as well, GCM is merely not used by IKEv1.
        if (!ikev2 && option.Phase1EncryptionAlgorithms?.All(IsGcm) == true)
            throw Broken(nameof(option.Phase1EncryptionAlgorithms), string.Join(", ", option.Phase1EncryptionAlgorithms),
                "GCM does not exist for phase 1 of IKEv1, and IkeVersions allows nothing else", "Allow ikev2, or add AES128 or AES256.");
        if (option.StartupAction != "start") return;
        if (!ikev2)
            throw Broken(nameof(option.StartupAction), "start", "AWS begins a negotiation with IKEv2 only, and IkeVersions allows ikev1 only",
                "Allow ikev2, or let the device begin (add).");
        if (context.CustomerGatewayHasAddress == false)
            throw Broken(nameof(option.StartupAction), "start", "the customer gateway has no address that AWS could call",
                "Use a customer gateway with an address, or let the device begin (add).");
    }

    private static void Each<T>(string name, IReadOnlyList<T>? values, IReadOnlyList<T> allowed)
    {
        if (values is null) return;
        string list = $"EC2 knows {string.Join(", ", allowed)}";
        if (values.Count == 0) throw Broken(name, "empty", list, "Give at least one, or leave all to AWS.");
        foreach (T value in values)
            if (!allowed.Contains(value)) throw Broken(name, value!, list, "Give values of that list, written like that.");
        if (values.Distinct().Count() < values.Count)
            throw Broken(name, string.Join(", ", values), "a value occurs twice", "Give each once.");
    }

    internal static void OneOf(string name, string? value, IReadOnlyList<string> allowed)
    {
        if (value is not null) Each(name, [value], allowed);
    }

    private static void Within(string name, int? value, int least, int most)
    {
        if (value < least || value > most)
            throw Broken(name, value, $"EC2 takes {least} to {most}", "Give a value within, or leave it to AWS.");
    }
}
