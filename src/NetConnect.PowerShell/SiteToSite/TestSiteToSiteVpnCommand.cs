using System.Management.Automation;
using NetConnect.Findings;
using NetConnect.Planning;
using NetConnect.SiteToSite;

namespace NetConnect.PowerShell;

/// <summary>Says what is wrong with a site-to-site VPN connection, or will be: each finding with its evidence and its remedy. Gives nothing where all is well.</summary>
[Cmdlet(VerbsDiagnostic.Test, "SiteToSiteVpn")]
[OutputType(typeof(VpnFinding))]
public sealed class TestSiteToSiteVpnCommand : ExaminationCmdlet<SiteToSiteVpn>
{
    /// <summary>The connections, by id or Name tag.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(VpnIdCompleter))]
    public string[] VpnConnectionId { get; set; } = [];

    /// <summary>Lines of the connection's CloudWatch logs, in JSON or text, oldest first: they name the cause of a tunnel that is down.</summary>
    [Parameter]
    [AllowEmptyString]
    public string[] LogLine { get; set; } = [];

    private protected override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<VpnExamination<SiteToSiteVpn>>>> PlanAsync)> Plans()
    {
        var doctor = new VpnDoctor(ResolveSession().Connection);
        string[] lines = LogLine;
        foreach (string id in VpnConnectionId)
            yield return ("", async ct => new Plan<VpnExamination<SiteToSiteVpn>>(await doctor.ExamineAsync(id, lines, ct)));
    }

    private protected override string WhatIsWell(SiteToSiteVpn vpn) => $"{vpn.TunnelStatus.Count} tunnels are up, and nothing was found in options, gateways, routes, quotas and maintenance";
}
