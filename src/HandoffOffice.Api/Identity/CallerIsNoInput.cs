using Microsoft.AspNetCore.Mvc.ApiExplorer;

namespace HandoffOffice.Api.Identity;

/// <summary>Takes the parameter <c>Caller caller</c> out of every description of the API: who calls is never an input.</summary>
internal sealed class CallerIsNoInput : IApiDescriptionProvider
{
    // After the providers that find the parameters (the framework's are below zero), before whatever documents them.
    public int Order => 0;

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
    }

    public void OnProvidersExecuted(ApiDescriptionProviderContext context)
    {
        foreach (ApiDescription route in context.Results)
        {
            foreach (ApiParameterDescription caller in route.ParameterDescriptions.Where(parameter => parameter.Type == typeof(Caller)).ToArray())
            {
                route.ParameterDescriptions.Remove(caller);
            }
        }
    }
}
