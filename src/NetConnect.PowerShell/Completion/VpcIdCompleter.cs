namespace NetConnect.PowerShell;

/// <summary>Completes the VPCs of the first side.</summary>
public class VpcIdCompleter : ResourceCompleter
{
    private protected override async Task<IEnumerable<(string Id, string? Name, string Description)>> ListAsync(INetworkConnection connection, CancellationToken cancellationToken) =>
        (await connection.Vpcs.ListVpcsAsync(cancellationToken)).Select(vpc => (vpc.VpcId, vpc.Name, $"{vpc.Name} {vpc.CidrBlock} ({vpc.OwnerId}/{connection.Region})".TrimStart()));
}
