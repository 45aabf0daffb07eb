using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Vpcs;

/// <summary>DescribeVpcAttribute, ModifyVpcAttribute, ModifyVpcTenancy.</summary>
internal static class VpcAttributeActions
{
    public static void DescribeVpcAttribute(Ec2Call call, XmlAnswer answer)
    {
        Vpc vpc = call.Region.Vpcs.Get(call.Parameters.Required("VpcId"));
        string attribute = call.Parameters.Required("Attribute");
        bool value = attribute switch
        {
            "enableDnsSupport" => vpc.EnableDnsSupport,
            "enableDnsHostnames" => vpc.EnableDnsHostnames,
            "enableNetworkAddressUsageMetrics" => vpc.EnableNetworkAddressUsageMetrics,
            _ => throw QueryParameters.Invalid("Attribute", attribute, "Unknown attribute."),
        };
        answer.Text("vpcId", vpc.Id).Node(attribute, node => node.Flag("value", value));
    }

    public static void ModifyVpcAttribute(Ec2Call call, XmlAnswer answer)
    {
        Vpc vpc = call.Region.Vpcs.Get(call.Parameters.Required("VpcId"));
        bool? support = Value(call, "EnableDnsSupport");
        bool? hostnames = Value(call, "EnableDnsHostnames");
        bool? metrics = Value(call, "EnableNetworkAddressUsageMetrics");
        switch (new[] { support, hostnames, metrics }.Count(value => value is not null))
        {
            case 0:
                throw QueryParameters.Missing("Attribute");
            // API Reference, ModifyVpcAttribute: DNS resolution and DNS hostnames take a request each.
            case > 1:
                throw new ApiException("InvalidParameterCombination",
                    "Fields for multiple attribute types specified: only one attribute can be modified at a time.");
        }
        vpc.EnableDnsSupport = support ?? vpc.EnableDnsSupport;
        vpc.EnableDnsHostnames = hostnames ?? vpc.EnableDnsHostnames;
        vpc.EnableNetworkAddressUsageMetrics = metrics ?? vpc.EnableNetworkAddressUsageMetrics;
        answer.Flag("return", true);
    }

    public static void ModifyVpcTenancy(Ec2Call call, XmlAnswer answer)
    {
        Vpc vpc = call.Region.Vpcs.Get(call.Parameters.Required("VpcId"));
        string tenancy = call.Parameters.Required("InstanceTenancy");
        // A dedicated VPC can become default, never the other way round (API Reference, ModifyVpcTenancy).
        if (tenancy != "default") throw QueryParameters.Invalid("InstanceTenancy", tenancy, "Only default is allowed.");
        vpc.InstanceTenancy = tenancy;
        answer.Flag("return", true);
    }

    private static bool? Value(Ec2Call call, string name) => call.Parameters.Flag(name + ".Value");
}
