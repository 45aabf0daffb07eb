using System.Collections;
using System.Management.Automation;
using NetConnect.Addressing;
using NetConnect.Peering;

namespace NetConnect.PowerShell;

/// <summary>A peering cmdlet that chooses route tables and CIDRs.</summary>
/// <typeparam name="T">What one record gives.</typeparam>
public abstract class RouteSelectingCmdlet<T> : PeeringCmdlet<T>
    where T : class
{
    /// <summary>Only these route tables, of either side.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string[] RouteTableId { get; set; } = [];

    /// <summary>Only the route tables that these subnets, of either side, use.</summary>
    [Parameter]
    public string[] SubnetId { get; set; } = [];

    /// <summary>Only the main route table of each VPC.</summary>
    [Parameter]
    public SwitchParameter MainRouteTable { get; set; }

    /// <summary>Only route tables with all of these tags.</summary>
    [Parameter]
    public Hashtable? RouteTableTag { get; set; }

    /// <summary>CIDRs to leave out, with every CIDR within them.</summary>
    [Parameter]
    public string[] ExcludeCidr { get; set; } = [];

    private protected PeeringRouteRequest RouteRequest() => new()
    {
        Tables = new RouteTableSelection
        {
            MainOnly = MainRouteTable,
            RouteTableIds = RouteTableId.Select(id => ResourceId.Check("rtb", id)).ToList(),
            SubnetIds = SubnetId.Select(id => ResourceId.Check("subnet", id)).ToList(),
            Tags = ToTags(RouteTableTag),
        },
        ExcludedCidrs = ExcludeCidr.Select(Canonical).ToList(),
    };

    // EC2 canonicalises in silence, and then the user's CIDR and the route's never meet.
    private Cidr Canonical(string text)
    {
        Cidr cidr = Cidr.Parse(text);
        if (!cidr.IsIpv6 && cidr.ToString() != text.Trim())
            WriteWarning($"{text} is taken as {cidr}.");
        return cidr;
    }
}
