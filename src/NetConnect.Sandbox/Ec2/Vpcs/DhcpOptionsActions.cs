using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Vpcs;

/// <summary>DescribeDhcpOptions, for the one set that every VPC of a Region has.</summary>
internal static class DhcpOptionsActions
{
    public static void DescribeDhcpOptions(Ec2Call call, XmlAnswer answer)
    {
        string id = call.Region.DefaultDhcpOptionsId;
        if (call.Parameters.List("DhcpOptionsId").FirstOrDefault(other => other != id) is { } unknown)
            throw new ApiException("InvalidDhcpOptionID.NotFound", $"The dhcpOption ID '{unknown}' does not exist");
        string domain = call.Region.Name == "us-east-1" ? "ec2.internal" : $"{call.Region.Name}.compute.internal";
        (string Key, string Value)[] options = [("domain-name", domain), ("domain-name-servers", "AmazonProvidedDNS")];
        answer.Set("dhcpOptionsSet", [id], (item, _) => item.Text("dhcpOptionsId", id).Text("ownerId", call.Region.AccountId)
            .Set("dhcpConfigurationSet", options, (option, pair) => option.Text("key", pair.Key)
                .Set("valueSet", [pair.Value], (value, text) => value.Text("value", text))));
    }
}
