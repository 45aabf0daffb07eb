using System.Reflection;
using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2;
using NetConnect.Sandbox.Ec2.Regions;
using NetConnect.Sandbox.Ec2.RouteTables;
using NetConnect.Sandbox.Ec2.Subnets;
using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Identity;
using NetConnect.Sandbox.World;

namespace NetConnect.Sandbox.Seeds;

/// <summary>Makes the world that a seed describes.</summary>
internal static class SeedLoader
{
    public static void Load(SandboxWorld world, Seed seed)
    {
        if (seed.Accounts.Count == 0) throw new FormatException("The seed has no accounts.");
        foreach (SeedAccount account in seed.Accounts)
        {
            world.Accounts.Add(LoadIdentities(world, account));
            LoadQuotas(world.QuotasOf(account.Id), account.Quotas ?? []);
            foreach (SeedCertificate certificate in account.Certificates ?? [])
                world.Certificates(world.Region(account.Id, KnownRegion(certificate.Region))).Hold(certificate.Id, certificate.Certificate);
            foreach (SeedVpc vpc in account.Vpcs ?? []) LoadVpc(world.Region(account.Id, KnownRegion(vpc.Region)), vpc);
            foreach (SeedTransitGateway gateway in account.TransitGateways ?? [])
                TransitGatewayLoader.Load(world.Region(account.Id, KnownRegion(gateway.Region)), gateway);
        }
    }

    private static SandboxAccount LoadIdentities(SandboxWorld world, SeedAccount account)
    {
        if (account.Id.Length != 12
            || !account.Id.All(char.IsDigit)) throw new FormatException($"'{account.Id}' is no account id of twelve digits.");
        foreach (SeedUser user in account.Users ?? [])
            world.Identities.AddUser(account.Id, user.Name, user.AccessKeyId, user.SecretAccessKey, user.Deny ?? []);
        List<Role> roles = (account.Roles ?? []).ConvertAll(role => new Role(account.Id, role.Name)
        {
            TrustedPrincipals = role.Trust ?? [],
            TrustedProviders = role.WebIdentity ?? [],
            ExternalId = role.ExternalId,
            MfaSerial = role.MfaSerial,
            MfaTokenCode = role.MfaTokenCode,
            MaxSessionSeconds = role.MaxSessionSeconds ?? 3600,
            Denied = role.Deny ?? [],
        });
        roles.ForEach(world.Identities.AddRole);
        SeedUser? first = account.Users?.FirstOrDefault();
        return new SandboxAccount(account.Id, account.Name ?? account.Id, first?.AccessKeyId, first?.SecretAccessKey,
            roles.ConvertAll(role => role.Arn));
    }

    private static void LoadQuotas(Quotas quotas, Dictionary<string, int> values)
    {
        foreach (KeyValuePair<string, int> value in values)
        {
            PropertyInfo property = typeof(Quotas)
                .GetProperty(value.Key, BindingFlags.IgnoreCase | BindingFlags.Public | BindingFlags.Instance)
                ?? throw new FormatException($"The seed sets a quota '{value.Key}', which is not known.");
            property.SetValue(quotas, value.Value);
        }
    }

    private static string KnownRegion(string name) =>
        AwsRegion.IsEnabled(name) ? name : throw new FormatException($"The seed names a Region '{name}', which is not known.");

    private static void LoadVpc(Ec2Region region, SeedVpc seed)
    {
        List<SeedRouteTable> tables = seed.RouteTables is { Count: > 0 } named ? named : [new SeedRouteTable()];
        Vpc vpc = VpcFactory.Create(region, Cidr.Parse(seed.Cidrs[0]), seed.Id, tables[0].Id, seed.IsDefault);
        vpc.State.Enter("available");
        vpc.EnableDnsHostnames = seed.Dns || seed.IsDefault;
        foreach (string cidr in seed.Cidrs.Skip(1)) VpcFactory.Associate(vpc, Cidr.Parse(cidr), atOnce: true);
        Tag(region, vpc.Id, seed.Name, seed.Tags);

        Tag(region, vpc.MainRouteTable.Id, tables[0].Name, tables[0].Tags);
        foreach (SeedRouteTable table in tables.Skip(1))
        {
            RouteTable created = region.RouteTables.Add(new RouteTable(vpc,
                table.Id ?? region.World.NewId(ResourceKind.RouteTable.Prefix)));
            Tag(region, created.Id, table.Name, table.Tags);
        }
        foreach (SeedSubnet subnet in seed.Subnets ?? []) LoadSubnet(vpc, subnet);
    }

    private static void LoadSubnet(Vpc vpc, SeedSubnet seed)
    {
        Ec2Region region = vpc.Home;
        AvailabilityZone zone = AwsRegion.ZonesOf(region.Name).First(known => seed.Zone is null || known.Name == region.Name + seed.Zone);
        string id = seed.Id ?? region.World.NewId(ResourceKind.Subnet.Prefix);
        Subnet subnet = SubnetActions.Add(new Subnet(vpc, id, Cidr.Parse(seed.Cidr), zone));
        subnet.State.Enter("available");
        if (seed.RouteTable is { } table) region.RouteTables.Get(table).Associations.Add(RouteTableAssociation.For(subnet));
        Tag(region, subnet.Id, seed.Name, seed.Tags);
    }

    internal static void Tag(Ec2Region region, string id, string? name, Dictionary<string, string>? tags)
    {
        var all = new Dictionary<string, string>(tags ?? []);
        if (name is not null) all["Name"] = name;
        region.Tags.Set(id, all);
    }
}
