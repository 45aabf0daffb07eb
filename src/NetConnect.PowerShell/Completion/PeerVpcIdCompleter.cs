namespace NetConnect.PowerShell;

/// <summary>Completes the VPCs of the other side.</summary>
public sealed class PeerVpcIdCompleter : VpcIdCompleter
{
    private protected override string Prefix => "Peer";
}
