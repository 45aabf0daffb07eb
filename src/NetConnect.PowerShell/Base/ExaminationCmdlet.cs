using NetConnect.Findings;

namespace NetConnect.PowerShell;

/// <summary>A cmdlet that looks at VPNs, and gives what is wrong or will be.</summary>
/// <typeparam name="T">The VPN.</typeparam>
public abstract class ExaminationCmdlet<T> : RecordCmdlet<VpnExamination<T>>
{
    /// <summary>What was looked at and is well, for whoever wonders why nothing is shown.</summary>
    private protected abstract string WhatIsWell(T vpn);

    private protected sealed override void Write(VpnExamination<T> result)
    {
        WriteVerbose(result.Findings.Count > 0
            ? $"{result.Vpn} has {result.Findings.Count} findings."
            : $"{result.Vpn} is well: {WhatIsWell(result.Vpn)}.");
        WriteObject(result.Findings, enumerateCollection: true);
    }
}
