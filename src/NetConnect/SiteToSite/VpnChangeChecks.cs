namespace NetConnect.SiteToSite;

/// <summary>What EC2 would refuse of a change, or what would cut the connection for good, found before anything is written.</summary>
internal static class VpnChangeChecks
{
    /// <summary>The connection as it is to be, in the terms in which one is made.</summary>
    /// <exception cref="NetConnectException">That cannot be.</exception>
    public static VpnRequest Wanted(VpnChangeRequest request, VpnWorld world, SiteToSiteVpn vpn)
    {
        if (request.VpnGatewayId is not null && request.TransitGatewayId is not null)
            throw VpnChecks.Invalid("A connection ends at one gateway: give -VpnGatewayId or -TransitGatewayId.", vpn.VpnConnectionId);
        TagSet.CheckDisjoint(request.Tags, request.RemovedTags);
        string? transitGateway = request.TransitGatewayId ?? (request.VpnGatewayId is null ? vpn.TransitGatewayId : null);
        RefuseOfOtherKind(request, vpn, transitGateway is not null);
        var wanted = new VpnRequest
        {
            VpcId = transitGateway is null && request.ConcernsTarget ? Vpc(world, vpn, request.VpnGatewayId ?? vpn.VpnGatewayId!) : null,
            TransitGatewayId = transitGateway,
            CustomerGatewayIpAddress = request.CustomerGatewayIpAddress ?? vpn.CustomerGatewayIpAddress ?? "",
            CustomerGatewayAsn = request.CustomerGatewayAsn ?? vpn.CustomerGatewayAsn ?? 0,
            DeviceName = request.DeviceName,
            IsStatic = vpn.StaticRoutesOnly,
            StaticRoutes = request.StaticRoutes ?? [],
            Propagation = request.Propagation,
            AssociationRouteTable = request.AssociationRouteTable,
            PropagationRouteTables = request.PropagationRouteTables ?? [],
            LocalIpv4NetworkCidr = request.Options.LocalIpv4NetworkCidr,
            RemoteIpv4NetworkCidr = request.Options.RemoteIpv4NetworkCidr,
            LocalIpv6NetworkCidr = request.Options.LocalIpv6NetworkCidr,
            RemoteIpv6NetworkCidr = request.Options.RemoteIpv6NetworkCidr,
            TunnelInsideIpVersion = vpn.TunnelInsideIpVersion,
            TunnelBandwidth = request.Options.TunnelBandwidth ?? vpn.TunnelBandwidth,
            OutsideIpAddressType = vpn.OutsideIpAddressType,
            TransportTransitGatewayAttachmentId = vpn.TransportTransitGatewayAttachmentId,
            EnableAcceleration = vpn.EnableAcceleration,
            Tags = request.Tags,
        };
        // A device that a certificate stands for has no address.
        if (wanted.CustomerGatewayIpAddress.Length > 0)
            VpnConnectionRules.Check(wanted);
        return wanted;
    }

    /// <summary>The customer gateway as it is to be; null where it has to be made.</summary>
    public static CustomerGateway? FindDevice(VpnChangeRequest request, VpnWorld world, SiteToSiteVpn vpn, VpnRequest wanted)
    {
        CustomerGateway present = world.CustomerGateways.FirstOrDefault(gateway => gateway.CustomerGatewayId == vpn.CustomerGatewayId)
            ?? new CustomerGateway { CustomerGatewayId = vpn.CustomerGatewayId, IpAddress = vpn.CustomerGatewayIpAddress, BgpAsn = vpn.CustomerGatewayAsn ?? 0 };
        bool isPresent = (request.CustomerGatewayIpAddress ?? present.IpAddress) == present.IpAddress && (request.CustomerGatewayAsn ?? present.BgpAsn) == present.BgpAsn
            && (request.DeviceName ?? present.DeviceName) == present.DeviceName;
        return isPresent ? present : world.FindCustomerGateway(wanted.CustomerGatewayIpAddress, wanted.CustomerGatewayAsn, request.DeviceName);
    }

    /// <summary>Another connection between the gateways as they are to be, of which EC2 has one at most where one is a virtual private gateway.</summary>
    public static SiteToSiteVpn? FindOther(VpnWorld world, SiteToSiteVpn vpn, VpnTarget? target, CustomerGateway? device)
    {
        string? vpnGatewayId = vpn.VpnGatewayId;
        if (target is not null)
        {
            // What tells a VPC's target its gateway.
            SiteToSiteVpn? found = target.TransitGatewayId is null ? target.FindVpn(world, device) : null;
            if (found is not null && found.VpnConnectionId != vpn.VpnConnectionId)
                return found;
            vpnGatewayId = target.VpnGatewayId;
        }
        return world.ListVpns(device).FirstOrDefault(other => vpnGatewayId is not null && other.VpnGatewayId == vpnGatewayId && other.VpnConnectionId != vpn.VpnConnectionId);
    }

    /// <summary>Refuses what does not go with the gateways.</summary>
    public static void Refuse(VpnRequest wanted, VpnWorld world, SiteToSiteVpn vpn, VpnTarget? target, VpnMove move)
    {
        if (move.Other is { } other)
            throw Mismatch($"{other} joins these two gateways already, and a virtual private gateway has one connection to a device. Give the device another -DeviceName, or remove {other} first.", vpn);
        if (!vpn.StaticRoutesOnly && wanted.StaticRoutes.Count > 0)
            throw Mismatch($"{vpn} learns its routes by BGP, which cannot be changed. Let the device announce the networks, or make a static connection.", vpn);
        if (!vpn.StaticRoutesOnly && (target?.AmazonSideAsn ?? vpn.AmazonSideAsn) == wanted.CustomerGatewayAsn)
            throw VpnChecks.Invalid($"Both ends would have the autonomous system number {wanted.CustomerGatewayAsn}. Give the device another one as -CustomerGatewayAsn.", vpn.VpnConnectionId);
        target?.Refuse(wanted);
        if (!move.IsMove)
            return;
        // A run that ended after the routes were removed could not tell any more which they were.
        if (move.TakesRoutesAlong && vpn.StaticRoutes.Count > 0 && move.StaticRoutes is null)
            throw VpnChecks.Invalid(
                $"The static routes of {vpn} are removed before it moves, and made anew at {target}. Name those that are wanted, so that they are known whatever happens: " +
                $"-StaticRoute {string.Join(", ", vpn.StaticRoutes)}.",
                vpn.VpnConnectionId);
        HashSet<string> taken = [.. target!.InsideCidrsInUse(world).Select(cidr => cidr.ToString())];
        if (vpn.Tunnels.Select(tunnel => target.TransitGatewayId is null ? tunnel.Options.TunnelInsideCidr : tunnel.Options.TunnelInsideIpv6Cidr)
            .FirstOrDefault(inside => inside is not null && taken.Contains(inside)) is { } inUse)
            throw new NetConnectException(
                ErrorIds.InsideCidrInUse,
                ErrorKind.Conflict,
                $"A tunnel of another connection at {target} has the inside CIDR {inUse} as well. Give the tunnel of {vpn} another one with Set-VpnTunnelOption first.",
                inUse);
    }

    private static void RefuseOfOtherKind(VpnChangeRequest request, SiteToSiteVpn vpn, bool isTransit)
    {
        if (isTransit && (request.Propagation is not null))
            throw VpnChecks.Invalid("A VPC does not learn routes from a transit gateway. Leave -PropagateRoutes and -RouteTableId out; -PropagationRouteTableId names tables of the gateway.", vpn.VpnConnectionId);
        if (!isTransit && (request.AssociationRouteTable is not null || request.PropagationRouteTables is not null))
            throw VpnChecks.Invalid("-AssociationRouteTableId and -PropagationRouteTableId are for a transit gateway. -RouteTableId names tables of the VPC.", vpn.VpnConnectionId);
    }

    private static string Vpc(VpnWorld world, SiteToSiteVpn vpn, string vpnGatewayId)
    {
        string id = ResourceId.Check("vgw", vpnGatewayId);
        VpnGateway? gateway = world.VpnGateways.FirstOrDefault(one => one.VpnGatewayId == id);
        return gateway?.AttachmentState is VpnStates.Attached or VpnStates.Attaching
            ? gateway.VpcId!
            : throw new NetConnectException(
                ErrorIds.VpnStateConflict,
                ErrorKind.Conflict,
                $"{id} is {(gateway is null ? "not a virtual private gateway of this account and Region" : "attached to no VPC")}. Give one that is, or attach it first.",
                vpn.VpnConnectionId);
    }

    private static NetConnectException Mismatch(string message, SiteToSiteVpn vpn) => new(ErrorIds.VpnMismatch, ErrorKind.Conflict, message, vpn.VpnConnectionId);
}
