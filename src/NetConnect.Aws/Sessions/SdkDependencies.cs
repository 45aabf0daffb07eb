using Amazon.Runtime;
using Amazon.RuntimeDependencies;
using Amazon.SecurityToken;
using Amazon.SSO;
using Amazon.SSOOIDC;

namespace NetConnect.Aws;

/// <summary>Gives AWSSDK.Core our copies of the services that its credentials call.</summary>
/// <remarks>By itself it looks AWSSDK.SecurityToken, AWSSDK.SSO and AWSSDK.SSOOIDC up by name in every load context, and finds those of
/// another module. The clients get anonymous credentials: with the default ones, finding credentials waits for finding credentials
/// (aws-sdk-net#3153).</remarks>
internal static class SdkDependencies
{
    private static int s_registered;

    /// <summary>Registers them, once in a load context.</summary>
    public static void Register()
    {
        if (Interlocked.Exchange(ref s_registered, 1) != 0)
            return;
        GlobalRuntimeDependencyRegistry registry = GlobalRuntimeDependencyRegistry.Instance;
        registry.RegisterSecurityTokenServiceClient(context =>
            new AmazonSecurityTokenServiceClient(new AnonymousAWSCredentials(), context.SecurityTokenServiceClientContextData.Region));
        registry.RegisterSSOClient(context => new AmazonSSOClient(new AnonymousAWSCredentials(), context.SSOClientContextData.Region));
        registry.RegisterSSOOIDCClient(context =>
            new AmazonSSOOIDCClient(new AnonymousAWSCredentials(), context.SSOOIDCClientContextData.Region));
    }
}
