using System.Management.Automation;
using NetConnect.Certificates;
using NetConnect.ClientVpn;
using NetConnect.ClientVpns;
using NetConnect.Findings;
using NetConnect.Planning;
using NetConnect.Waiting;

namespace NetConnect.PowerShell;

/// <summary>Says what is wrong with a Client VPN, or will be: each finding with its evidence and its remedy. Gives nothing where all is well.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ClientVpn")]
[OutputType(typeof(VpnFinding))]
public sealed class TestClientVpnCommand : ExaminationCmdlet<ClientVpnEndpoint>
{
    private readonly AuthorityFolders _authorities = new();

    /// <summary>The endpoints, by id or Name tag.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClientVpnIdCompleter))]
    public string[] ClientVpnEndpointId { get; set; } = [];

    /// <summary>The folder of the authority that people have their certificates from: what expires there, and who is revoked there and not at the endpoint, is found too.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? AuthorityPath { get; set; }

    /// <summary>With fewer days left, something that expires is a warning.</summary>
    [Parameter]
    [ValidateRange(0, 36500)]
    public int WarningDays { get; set; } = 30;

    private protected override IEnumerable<(string Key, Func<CancellationToken, Task<Plan<VpnExamination<ClientVpnEndpoint>>>> PlanAsync)> Plans()
    {
        var doctor = new ClientVpnDoctor(ResolveSession().Connection, CertificateIssuer.Instance, SystemClock.Instance) { WarningDays = WarningDays };
        AuthorityFolder? authority = AuthorityPath is null ? null : _authorities.Open(SessionState, AuthorityPath);
        foreach (string id in ClientVpnEndpointId)
            yield return ("", async ct => new Plan<VpnExamination<ClientVpnEndpoint>>(await doctor.ExamineAsync(id, authority, ct)));
    }

    private protected override string WhatIsWell(ClientVpnEndpoint vpn) =>
        $"{vpn.Associations.Count} subnets are associated, and nothing was found in routes, rules, security groups, certificates and the revocation list";

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _authorities.Dispose();
    }
}
