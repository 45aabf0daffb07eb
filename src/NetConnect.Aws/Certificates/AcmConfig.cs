using Amazon.EC2;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace NetConnect.Aws.Certificates;

/// <summary>Where AWS Certificate Manager is called.</summary>
/// <remarks>The defaults of time and retries are the same for all services, so EC2's serve here.</remarks>
internal sealed class AcmConfig : ClientConfig
{
    /// <summary>Creates the settings.</summary>
    public AcmConfig()
        : base(new DefaultConfigurationProvider(AmazonEC2DefaultConfiguration.GetAllConfigurations()))
    {
        // Else it is guessed from the endpoint's host name.
        AuthenticationServiceName = RegionEndpointServiceName;
        // By it AWS_ENDPOINT_URL_ACM and AWS_ENDPOINT_URL are read; without it neither is.
        ServiceId = "ACM";
    }

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "acm";

    /// <inheritdoc/>
    public override string ServiceVersion => "2015-12-08";

    /// <inheritdoc/>
    public override string UserAgent => "NetConnect";

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        new(ServiceURL is { Length: > 0 } url ? url : $"https://acm.{RegionEndpoint.SystemName}.{RegionEndpoint.PartitionDnsSuffix}/");
}
