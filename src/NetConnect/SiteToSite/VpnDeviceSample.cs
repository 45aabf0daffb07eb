namespace NetConnect;

/// <summary>Which of AWS's own sample configurations is asked for.</summary>
/// <param name="DeviceTypeId">The device, an id of <see cref="VpnDeviceType"/>.</param>
/// <param name="IkeVersion"><c>ikev1</c> or <c>ikev2</c>; null for what AWS takes with the type: IKEv1, and IKEv2 where it is recommended.</param>
/// <param name="SampleType"><c>compatibility</c> (old algorithms, the default) or <c>recommended</c> (IKEv2 only).</param>
public sealed record VpnDeviceSample(string DeviceTypeId, string? IkeVersion = null, string? SampleType = null);
