using System.Security.Cryptography.X509Certificates;
using NetConnect.Sandbox.Ec2.ClientVpn;
using NetConnect.Sandbox.World;

namespace NetConnect.Sandbox;

/// <summary>The people who connect to Client VPN endpoints.</summary>
public sealed class SandboxClientVpn
{
    // The first addresses of the client CIDR are AWS's.
    private const int FirstClient = 2;

    // Half of the block is for the endpoint itself (Administrator Guide, "Client CIDR").
    private const int AddressesPerClient = 2;

    private readonly SandboxWorld _world;

    internal SandboxClientVpn(SandboxWorld world) => _world = world;

    /// <summary>Connects a person whose certificate nobody looks at.</summary>
    /// <param name="clientVpnEndpointId">The endpoint, which must be available.</param>
    /// <param name="commonName">The name in the person's certificate.</param>
    /// <param name="userName">The name that the person signs in with; null with certificates alone.</param>
    /// <returns>The id of the connection.</returns>
    /// <exception cref="ArgumentException">There is no such endpoint.</exception>
    /// <exception cref="InvalidOperationException">The endpoint takes no connections, is full, or its revocation list has expired.</exception>
    public string Connect(string clientVpnEndpointId, string commonName, string? userName = null)
    {
        lock (_world)
        {
            ClientVpnEndpoint endpoint = Endpoint(clientVpnEndpointId);
            ClientVpnAdmission.CheckOpen(endpoint);
            return Connect(endpoint, commonName, userName);
        }
    }

    /// <summary>Connects a person who shows a certificate.</summary>
    /// <param name="clientVpnEndpointId">The endpoint, which must be available.</param>
    /// <param name="certificate">The person's certificate; its key is not needed.</param>
    /// <param name="userName">The name that the person signs in with; null with certificates alone.</param>
    /// <returns>The id of the connection.</returns>
    /// <exception cref="ArgumentException">There is no such endpoint.</exception>
    /// <exception cref="InvalidOperationException">The endpoint takes no connections, is full, its revocation list has expired, or it does not accept the
    /// certificate, which is of another authority, not for clients, not valid at the time, or revoked.</exception>
    public string Connect(string clientVpnEndpointId, X509Certificate2 certificate, string? userName = null)
    {
        lock (_world)
        {
            ClientVpnEndpoint endpoint = Endpoint(clientVpnEndpointId);
            ClientVpnAdmission.CheckOpen(endpoint);
            ClientVpnAdmission.Check(endpoint, certificate);
            return Connect(endpoint, certificate.GetNameInfo(X509NameType.SimpleName, false), userName);
        }
    }

    /// <summary>Lets a person go.</summary>
    /// <exception cref="ArgumentException">There is no such connection.</exception>
    public void Disconnect(string connectionId)
    {
        lock (_world) Session(connectionId).End();
    }

    /// <summary>Lets traffic flow.</summary>
    /// <param name="connectionId">The connection.</param>
    /// <param name="ingressBytes">How many bytes more came from the client.</param>
    /// <param name="egressBytes">How many bytes more went to the client.</param>
    /// <exception cref="ArgumentException">There is no such connection.</exception>
    public void Transfer(string connectionId, long ingressBytes, long egressBytes)
    {
        lock (_world)
        {
            ClientVpnSession session = Session(connectionId);
            session.IngressBytes += ingressBytes;
            session.EgressBytes += egressBytes;
        }
    }

    /// <summary>Orders that the next subnet, route, rule or end of a connection fails, as AWS lets some fail when their time is over.</summary>
    /// <param name="clientVpnEndpointId">The endpoint.</param>
    /// <param name="message">What the state says about it.</param>
    /// <exception cref="ArgumentException">There is no such endpoint.</exception>
    public void FailNext(string clientVpnEndpointId, string message)
    {
        lock (_world) Endpoint(clientVpnEndpointId).NextFailure = message;
    }

    /// <summary>A live endpoint as EC2 has it; null where there is none.</summary>
    internal ClientVpnEndpoint? Find(string clientVpnEndpointId) => Endpoints.FirstOrDefault(endpoint => endpoint.Id == clientVpnEndpointId);

    private IEnumerable<ClientVpnEndpoint> Endpoints =>
        _world.Regions.SelectMany(region => region.ClientVpnEndpoints.All).Where(endpoint => endpoint.IsLive);

    private ClientVpnEndpoint Endpoint(string id) => Find(id)
        ?? throw new ArgumentException($"The sandbox has no Client VPN endpoint '{id}'.", nameof(id));

    private ClientVpnSession Session(string id) => Endpoints.SelectMany(endpoint => endpoint.Sessions).FirstOrDefault(session => session.Id == id)
        ?? throw new ArgumentException($"The sandbox has no connection '{id}'.", nameof(id));

    private string Connect(ClientVpnEndpoint endpoint, string commonName, string? userName)
    {
        endpoint.Sweep();
        var session = new ClientVpnSession(endpoint, _world.NewId("cvpn-connection"), commonName, userName, FreeAddress(endpoint));
        endpoint.Sessions.Add(session);
        return session.Id;
    }

    // An address is free again when its connection has ended.
    private static string FreeAddress(ClientVpnEndpoint endpoint)
    {
        var taken = new HashSet<string>(endpoint.Sessions.Where(session => session.State.Code != "terminated").Select(session => session.ClientIp), StringComparer.Ordinal);
        if (taken.Count >= endpoint.ClientCidr.Size / AddressesPerClient)
            throw new InvalidOperationException($"{endpoint.ClientCidr} is full: it takes {endpoint.ClientCidr.Size / AddressesPerClient} connections.");
        return Enumerable.Range(FirstClient, taken.Count + 1)
            .Select(position => endpoint.ClientCidr.Part(32, position).ToString().Split('/')[0])
            .First(address => !taken.Contains(address));
    }
}
