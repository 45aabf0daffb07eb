namespace NetConnect.Devices;

/// <summary>A kind of device, or of daemon, that a configuration can be written for.</summary>
internal interface IDeviceFormat
{
    /// <summary>The name by which it is asked for.</summary>
    string Name { get; }

    /// <summary>What it is, in a few words.</summary>
    string Description { get; }

    /// <summary>Writes the configuration.</summary>
    /// <exception cref="NetConnectException">Something needed is not known (<see cref="ErrorIds.DeviceConfigIncomplete"/>), or the device
    /// has none of the algorithms that a tunnel allows (<see cref="ErrorIds.DeviceNotCapable"/>).</exception>
    DeviceConfig Render(DeviceConfigInput input);
}
