using NetConnect.Addressing;
using NetConnect.Peering;

namespace NetConnect.ClientVpn;

/// <summary>AWS's rules for the subnets of an endpoint (Client VPN Administrator Guide, "Target networks").</summary>
internal static class ClientVpnSubnetRules
{
    private const int LongestPrefix = 27;
    private const int LeastFreeAddresses = 20;

    /// <summary>Reads the subnets that are to be the endpoint's, and the VPC that they are in; null where there are none.</summary>
    /// <exception cref="NetConnectException">A subnet is not there, or cannot be one of the endpoint's.</exception>
    public static async Task<VpcRouting?> ReadAsync(
        IVpcApi vpcs, IReadOnlyCollection<string> subnetIds, IReadOnlyCollection<string> present, Cidr clients, CancellationToken cancellationToken)
    {
        Subnet[] subnets = await Task.WhenAll(subnetIds.Union(present).Select(id => GetAsync(vpcs, id, cancellationToken))).ConfigureAwait(false);
        if (subnets.Length == 0)
            return null;
        string vpcId = subnets[0].VpcId;
        foreach (Subnet other in subnets.Where(subnet => subnet.VpcId != vpcId))
            throw Unfit(other, $"is in {other.VpcId}, and {subnets[0]} in {vpcId}: all of them must be of one VPC");
        foreach (IGrouping<string, Subnet> zone in subnets.GroupBy(subnet => subnet.AvailabilityZone).Where(zone => zone.Count() > 1))
            throw Unfit(zone.Last(), $"is in {zone.Key}, as {zone.First()} is: one subnet of each Availability Zone is enough, and all that AWS takes");
        foreach (Subnet small in subnets.Where(subnet => subnetIds.Contains(subnet.SubnetId) && !present.Contains(subnet.SubnetId) && !HasRoom(subnet)))
            throw Unfit(small, $"({small.CidrBlock}) has {small.AvailableIpAddressCount} free addresses: a block of /{LongestPrefix} or larger and {LeastFreeAddresses} free ones are needed");
        VpcRouting vpc = await VpcRouting.GetAsync(vpcs, vpcId, "An endpoint ends in subnets of its own account only: a shared one will not do.", cancellationToken).ConfigureAwait(false);
        foreach (Cidr block in vpc.Cidrs.Where(block => block.Overlaps(clients)))
            throw ClientVpnRules.Invalid(vpcId, $"{clients}, the clients' addresses, overlap {block} of {vpc}. Choose another block for them.");
        return vpc;
    }

    private static async Task<Subnet> GetAsync(IVpcApi vpcs, string subnetId, CancellationToken cancellationToken) =>
        await vpcs.FindSubnetAsync(ResourceId.Check("subnet", subnetId), cancellationToken).ConfigureAwait(false)
        ?? throw new NetConnectException(
            ErrorIds.SubnetNotFound, ErrorKind.NotFound, $"{subnetId} is not a subnet that these credentials see in {vpcs.Region}. Check the id, -Region and the credentials.", subnetId);

    private static bool HasRoom(Subnet subnet) =>
        subnet.AvailableIpAddressCount >= LeastFreeAddresses && Cidr.TryParse(subnet.CidrBlock, out Cidr block) && block.PrefixLength <= LongestPrefix;

    private static NetConnectException Unfit(Subnet subnet, string why) => new(ErrorIds.ClientVpnSubnetUnfit, ErrorKind.InvalidInput, $"{subnet} {why}.", subnet.SubnetId);
}
