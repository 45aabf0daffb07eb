namespace NetConnect.Devices;

/// <summary>One algorithm of each sort, for devices and versions that name them one by one.</summary>
/// <param name="Cipher">The cipher.</param>
/// <param name="Integrity">The integrity algorithm; null for phase 2 with GCM, which needs none. In phase 1 with GCM it is the PRF.</param>
/// <param name="Group">The Diffie-Hellman group.</param>
internal sealed record DeviceCombination(DeviceAlgorithm Cipher, DeviceAlgorithm? Integrity, DeviceAlgorithm Group);
