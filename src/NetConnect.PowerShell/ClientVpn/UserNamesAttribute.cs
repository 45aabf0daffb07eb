using System.Collections;
using System.Management.Automation;

namespace NetConnect.PowerShell;

/// <summary>Takes names, objects of people, and rows with a column UserName. An object that is no person, such as an endpoint, has none: without this
/// PowerShell would make its text a name.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UserNamesAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            null or string => inputData,
            IEnumerable many and not IDictionary => many.Cast<object?>().SelectMany(Names).ToArray(),
            _ => Names(inputData),
        };
    }

    private static string[] Names(object? item)
    {
        if (item is null)
            return [];
        var value = PSObject.AsPSObject(item);
        if (value.BaseObject is string name)
            return [name];
        bool isPerson = value.TypeNames.Any(type => type.EndsWith(nameof(ClientVpnUser), StringComparison.Ordinal));
        return value.Properties[isPerson ? nameof(ClientVpnUser.Name) : nameof(ExportClientVpnConfigCommand.UserName)]?.Value is { } found
            ? Names(found)
            : [];
    }
}
