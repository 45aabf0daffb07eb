namespace NetConnect.Findings;

/// <summary>A VPN and what was found about it.</summary>
/// <typeparam name="T">The VPN.</typeparam>
/// <param name="Vpn">The VPN as it was seen.</param>
/// <param name="Findings">What is wrong or will be; empty where all is well.</param>
public sealed record VpnExamination<T>(T Vpn, IReadOnlyList<VpnFinding> Findings);
