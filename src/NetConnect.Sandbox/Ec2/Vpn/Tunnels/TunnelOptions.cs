using System.Globalization;
using NetConnect.Sandbox.Addressing;

namespace NetConnect.Sandbox.Ec2.Vpn.Tunnels;

/// <summary>The options of a tunnel as far as somebody asked for them: EC2 applies defaults for the rest, but does not show them.</summary>
internal sealed class TunnelOptions(IReadOnlyDictionary<TunnelOption, IReadOnlyList<string>> given)
{
    public Cidr? InsideCidr { get; init; }

    public Cidr? InsideIpv6Cidr { get; init; }

    public string? PreSharedKey { get; init; }

    public bool? EnableTunnelLifecycleControl { get; init; }

    public TunnelLog? Log { get; init; }

    /// <summary>Whether a change is of nothing that EC2 has to replace the endpoint for.</summary>
    public bool IsOnlyLifecycleControl =>
        given.Count == 0 && InsideCidr is null && InsideIpv6Cidr is null && PreSharedKey is null && !ChangesLog;

    /// <summary>Whether a change says something about logs.</summary>
    public bool ChangesLog { get; init; }

    public bool IsGiven(TunnelOption option) => given.ContainsKey(option);

    /// <summary>The values that hold, defaults included.</summary>
    public IReadOnlyList<string> Values(TunnelOption option) =>
        given.TryGetValue(option, out IReadOnlyList<string>? values) ? values : option.Default;

    public string Word(TunnelOption option) => Values(option)[0];

    public int Number(TunnelOption option) => int.Parse(Word(option), CultureInfo.InvariantCulture);

    /// <summary>These options with what a change says put over them.</summary>
    public TunnelOptions With(TunnelOptions change) =>
        new(TunnelOption.All.Where(option => IsGiven(option) || change.IsGiven(option))
            .ToDictionary(option => option, option => (change.IsGiven(option) ? change : this).Values(option)))
        {
            InsideCidr = change.InsideCidr ?? InsideCidr,
            InsideIpv6Cidr = change.InsideIpv6Cidr ?? InsideIpv6Cidr,
            PreSharedKey = change.PreSharedKey ?? PreSharedKey,
            EnableTunnelLifecycleControl = change.EnableTunnelLifecycleControl ?? EnableTunnelLifecycleControl,
            Log = change.Log ?? Log,
        };

    /// <summary>Whether a request for these options would leave a tunnel as it is.</summary>
    public bool IsMetBy(TunnelOptions other) =>
        TunnelOption.All.All(option => !IsGiven(option) || Values(option).OrderBy(value => value, StringComparer.Ordinal)
            .SequenceEqual(other.Values(option).OrderBy(value => value, StringComparer.Ordinal)))
        && (InsideCidr is null || InsideCidr.Equals(other.InsideCidr))
        && (InsideIpv6Cidr is null || InsideIpv6Cidr.Equals(other.InsideIpv6Cidr))
        && (PreSharedKey is null || PreSharedKey == other.PreSharedKey);
}
